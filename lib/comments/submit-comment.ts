import { z } from 'zod'
import { addressKeysOf } from '../accounts/address-keys'
import { barredWords } from '../accounts/barred-words'
import { newGuest } from '../accounts/guests'
import { standingOf } from '../accounts/standing'
import type { Actor } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import type { ClientFacts } from '../kernel/client-facts'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { countPosted, isBusy } from './busy'
import { submittedEffects } from './comment-effects'
import { fingerprintOf } from './fingerprint'
import { NO_WISHES, mailWishes } from './mail-wishes'
import { authorOf, newComment } from './new-comment'
import { unlessObjected } from './objection'
import { PARENT_GONE } from './place-reply'
import type { Screening } from './screening'
import { settle } from './settle'
import { signatureOf } from './signature'
import { findRepeat, submissionKeys } from './submission-key'
import { type Submitted, repeated, stored } from './submitted'
import { giveBackCommentLimits, takeCommentLimits } from './take-comment-limits'

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

  const [signature, address] = await Promise.all([
    signatureOf(deps, actor, input),
    addressKeysOf(deps, client),
  ])
  const { barredBy, guessed } = await standingOf(deps, actor, {
    emailKey: signature.ok ? signature.value.emailKey : '',
    addressKeys: address.live,
  })
  if (barredBy && !can(actor, 'take.part', { barred: true })) return fail('forbidden', barredWords(barredBy))
  const allowed = await takeCommentLimits(deps, client, article.id)
  if (!allowed.ok) return allowed

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
  const parent = parentId === null ? null : await deps.commentStore.find(parentId)
  if (parentId !== null && !parent) return fail('conflict', PARENT_GONE)

  const newcomer = actor.kind === 'guest' || actor.kind === 'user' ? null : newGuest(deps)
  const { comment, revision } = newComment(
    {
      id: commentId,
      articleId: article.id,
      ...signed.value,
      addressKey: address.current,
      submissionKey: keys.stored,
    },
    { revisionId: deps.ids.ordered(), body, fingerprint },
    newcomer ? { guestId: newcomer.guest.id, userId: null } : authorOf(actor),
    parent?.comment ?? null,
    at,
  )
  const { state, ...settled } = settle(
    deps,
    { comment, revisions: [revision] },
    { actor, verdict, mayPass: true },
  )
  const { revisions, ...set } = state
  const { desk } = verdict
  const arrived = { ...comment, ...set, queueOrder: desk?.queueOrder ?? at }
  // An address that somebody banned may have typed gets no mail: not even the question.
  const wishes = guessed.length > 0 ? NO_WISHES : await mailWishes(deps, actor, input, arrived, client)
  const kept = await deps.commentStore.insert({
    guest: newcomer?.guest ?? null,
    comment: arrived,
    revision: { ...revision, state: revisions[revision.id] ?? revision.state },
    ...settled,
    estimate: verdict.estimate,
    domains: verdict.domains,
    desk,
    subscriptions: wishes.subscriptions,
    effects: [...submittedEffects(arrived), ...wishes.effects],
  })
  if (kept.kind === 'repeat') return repeated(deps, kept.record, actor, key)
  if (kept.kind === 'parent-hidden') return fail('conflict', PARENT_GONE)
  await countPosted(deps)
  return ok(stored(deps, arrived, newcomer?.secret ?? null))
}
