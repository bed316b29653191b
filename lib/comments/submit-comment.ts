import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import type { ClientFacts } from '../kernel/client-facts'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { admitAuthor } from './admit-author'
import { isBusy } from './busy'
import { fingerprintOf } from './fingerprint'
import { unlessObjected } from './objection'
import type { Screening } from './screening'
import { storeSubmission } from './store-submission'
import { findRepeat, submissionKeys } from './submission-key'
import { type Submitted, repeated } from './submitted'
import { giveBackCommentLimits } from './take-comment-limits'

/** The form's fields. Sizes are bounded here only so that nothing absurd is worked on; the checks say it kindly. */
export const submitCommentInput = z.strictObject({
  slug: z.string().min(1).max(400),
  parentId: z.string().regex(ID_PATTERN).optional(),
  name: z.string().max(2_000).optional(),
  email: z.string().max(2_000).optional(),
  body: z.string().max(100_000),
  /** Makes a retry harmless: the same key, text and author are the same comment. */
  key: z
    .string()
    .regex(/^[\w-]{16,64}$/)
    .optional(),
  /** The author has read what the checks had to say about it, and posts it all the same. */
  anyway: z.boolean().optional(),
  /** Milliseconds the form was in use before it was sent: the island knows. */
  took: z.int().min(0).max(86_400_000).optional(),
  /** The field that the form hides from people. */
  website: z.string().max(2_000).optional(),
  /** What the browser computed, where it was asked to (lib/comments/ask-for-proof.ts). */
  altcha: z.string().max(4_000).optional(),
  /** To be told by mail, where mail is set up. */
  tellApproved: z.boolean().optional(),
  tellReplies: z.boolean().optional(),
})
export type SubmitCommentInput = z.infer<typeof submitCommentInput>

export type SubmitCommentDeps = Screening &
  Pick<
    Ports,
    | 'articleReader'
    | 'commentStore'
    | 'accountStore'
    | 'addressSalts'
    | 'measureStore'
    | 'limits'
    | 'mailer'
    | 'secrets'
    | 'clock'
    | 'ids'
  >

/**
 * A new comment or reply. Nobody needs an account: an anonymous writer becomes a guest by it, in the same
 * transaction. The same submission again is the same comment, however often and however parallel it comes.
 */
export const submitComment = async (
  deps: SubmitCommentDeps,
  actor: Actor,
  input: SubmitCommentInput,
  client: ClientFacts,
): Promise<Result<Submitted>> => {
  if (!can(actor, 'submit.comment')) return fail('forbidden', 'You may not comment here.')
  const at = deps.clock.now()
  const article = await deps.articleReader.commentable(input.slug, at)
  if (!article)
    return fail('not-found', 'There is no piece at this address any more, so it takes no comments.')

  const body = canonicalText(input.body)
  const parentId = input.parentId ?? null
  const { key, name, email } = input
  const submission = { articleId: article.id, parentId, body, key, name, email }
  const keys = submissionKeys(deps, actor, client, submission)
  const earlier = await findRepeat(deps, actor, keys)
  if (earlier) return repeated(deps, earlier, actor, key)

  const admitted = await admitAuthor(deps, actor, input, client, article.id)
  if (!admitted.ok) return admitted
  const { signature, address, guessed } = admitted.value

  const fingerprint = fingerprintOf(deps.secrets, body)
  const commentId = deps.ids.random()
  const verdict = await deps.screen({
    commentId: null,
    draftId: commentId,
    article,
    parentId,
    author: actor,
    name: signature.ok ? signature.value.name : '',
    nameKey: signature.ok ? signature.value.nameKey : '',
    email: signature.ok ? signature.value.email : '',
    body,
    fingerprint,
    trapped: input.website,
    tookMs: input.took,
    ...(input.altcha !== undefined && (await isBusy(deps)) ? { proof: input.altcha } : {}),
    guessed,
    addressKeys: address.live,
    at,
  })
  const signed = unlessObjected(verdict, signature, { actor, anyway: input.anyway })
  if (!signed.ok) {
    // A copy sent at the same time may have been stored since, and is what the checks object to.
    const twin = await findRepeat(deps, actor, keys)
    if (twin) return repeated(deps, twin, actor, key)
    await giveBackCommentLimits(deps, client, article.id)
    return signed
  }
  return storeSubmission(
    deps,
    actor,
    {
      ...{ commentId, articleId: article.id, parentId, body, fingerprint, verdict, guessed, key, at },
      ...{ signature: signed.value, addressKey: address.current, submissionKey: keys.stored, wishes: input },
    },
    client,
  )
}
