import type { Judgement } from '../comments/judge'
import { type Result, fail, ok } from '../kernel/result'
import { decide } from '../moderation/decide'
import type { Ports } from '../ports'
import type { MailDecision } from './desk-mail-store'
import { moderatorOf } from './moderator-of'

/** What the page of a link shows. The comment is there only while the link can still decide about it. */
export type MailDecisionView =
  | {
      readonly state: 'open'
      readonly move: Judgement
      readonly moderator: string
      readonly comment: { readonly name: string; readonly body: string; readonly title: string }
    }
  | { readonly state: 'used' | 'expired' | 'late' | 'not-allowed' }

type Deps = Pick<
  Ports,
  | 'deskMailStore'
  | 'accountStore'
  | 'measureStore'
  | 'commentStore'
  | 'queueReader'
  | 'secrets'
  | 'clock'
  | 'ids'
>

const find = async (
  { deskMailStore, secrets }: Pick<Deps, 'deskMailStore' | 'secrets'>,
  key: string,
): Promise<MailDecision | null> => (/^[\w-]{22}$/.test(key) ? deskMailStore.find(secrets.hash(key)) : null)

const moderator = async (
  deps: Pick<Deps, 'accountStore' | 'measureStore' | 'clock'>,
  { userId }: MailDecision,
) => moderatorOf(deps, await deps.accountStore.findUser(userId))

/**
 * Looks, and changes nothing: programs follow the links of mails. Null for a link that never was. Whether its holder may
 * still decide is asked anew, and before anything of the comment is shown.
 */
export const openMailDecision = async (deps: Deps, key: string): Promise<MailDecisionView | null> => {
  const link = await find(deps, key)
  if (!link) return null
  const actor = await moderator(deps, link)
  if (!actor) return { state: 'not-allowed' }
  if (link.usedAt !== null) return { state: 'used' }
  if (link.expiresAt <= deps.clock.now()) return { state: 'expired' }
  const card = await deps.queueReader.card(link.commentId)
  if (!card || card.comment.version !== link.version || card.revision.id !== link.revisionId)
    return { state: 'late' }
  return {
    state: 'open',
    move: link.move,
    moderator: actor.name,
    comment: { name: card.comment.name, body: card.revision.body, title: card.article.title },
  }
}

/** The button of that page: the one move of the link, about the one text in the one state it was sent for, once. */
export const decideByMail = async (
  deps: Deps,
  key: string,
): Promise<Result<{ readonly move: Judgement }>> => {
  const link = await find(deps, key)
  if (!link) return fail('not-found', 'This link is wrong. Perhaps it was cut by a mail program.')
  const actor = await moderator(deps, link)
  if (!actor)
    return fail('forbidden', 'You can no longer decide about comments here, so nothing was changed.')
  const now = deps.clock.now()
  if (link.expiresAt <= now)
    return fail(
      'gone',
      'This link is older than 72 hours, so nothing was changed. The desk shows what waits.',
    )
  if (!(await deps.deskMailStore.use(link.id, now)))
    return fail('conflict', 'This link has been used already. What it decided stands in the log.')
  const { commentId, revisionId, version, move } = link
  const decided = await decide(deps, actor, { commentId, revisionId, version, move })
  if (!decided.ok && decided.error.code !== 'conflict') await deps.deskMailStore.release(link.id)
  return decided.ok ? ok({ move }) : decided
}
