import { z } from 'zod'
import { absentActor } from '../accounts/account-actor'
import type { Actor } from '../kernel/actor'
import { canonicalText, cutText } from '../kernel/canonical-text'
import { DAY, type Instant } from '../kernel/clock'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { ArticleRecord } from './article'
import { findPiece, refuses } from './find-piece'
import { findRevision } from './find-revision'
import type { PreviewLink } from './review-store'

const LIVES = 7 * DAY
const AT_MOST = 50
const LABEL_MAX = 100

export const makePreviewInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  /** '' follows the draft. */
  revisionId: z.union([z.literal(''), z.string().regex(ID_PATTERN)]),
  label: z.string().max(1_000),
})

export const revokePreviewInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  linkId: z.string().regex(ID_PATTERN),
})

/** Whether a link still opens its piece. */
export const isOpen = ({ expiresAt, revokedAt }: PreviewLink, now: Instant): boolean =>
  revokedAt === null && now < expiresAt

/**
 * Whether whoever made a link may still work on the piece: it shows what they could show. With their account, their role
 * or their way in the link ends as well.
 */
export const isVouchedFor = async (
  deps: Pick<Ports, 'accountStore' | 'measureStore' | 'clock'>,
  { createdById }: PreviewLink,
  piece: ArticleRecord,
): Promise<boolean> => {
  const maker = await absentActor(deps, await deps.accountStore.findUser(createdById))
  return maker !== null && refuses(maker, 'edit.article', piece) === null
}

/** Makes a link that shows a piece to whoever holds it. The answer is the only place that ever names its secret. */
export const makePreview = async (
  deps: Pick<Ports, 'articleStore' | 'reviewStore' | 'secrets' | 'ids' | 'clock'>,
  actor: Actor,
  { articleId, revisionId, label }: z.infer<typeof makePreviewInput>,
): Promise<Result<{ path: string }>> => {
  const found =
    revisionId === ''
      ? await findPiece(deps, actor, 'edit.article', articleId)
      : await findRevision(deps, actor, { articleId, revisionId })
  if (!found.ok) return found
  const now = deps.clock.now()
  const links = await deps.reviewStore.links(articleId)
  if (links.filter((link) => isOpen(link, now)).length >= AT_MOST)
    return fail('limited', `This piece has ${AT_MOST} links that open. Revoke some of them first.`)
  const [id, secret] = [deps.ids.random(), deps.secrets.fresh()]
  await deps.reviewStore.addLink(
    {
      ...{
        id,
        articleId,
        hash: deps.secrets.hash(secret),
        revisionId: revisionId === '' ? null : revisionId,
      },
      label: cutText(canonicalText(label, { singleLine: true }), { max: LABEL_MAX }),
      ...{ createdById: found.value.by.userId, createdAt: now, expiresAt: now + LIVES, revokedAt: null },
    },
    { actor, action: 'make.preview', subject: `article:${articleId}`, detail: { link: id } },
  )
  return ok({ path: `/preview/${secret}` })
}

/** From now on the link opens nothing, for nobody. */
export const revokePreview = async (
  deps: Pick<Ports, 'articleStore' | 'reviewStore' | 'clock'>,
  actor: Actor,
  { articleId, linkId }: z.infer<typeof revokePreviewInput>,
): Promise<Result<void>> => {
  const found = await findPiece(deps, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const audit = { actor, action: 'revoke.preview', subject: `article:${articleId}`, detail: { link: linkId } }
  const revoked = await deps.reviewStore.revokeLink(articleId, linkId, deps.clock.now(), audit)
  return revoked ? ok(undefined) : fail('not-found', 'This link opens nothing any more.')
}
