import { newGuest } from '../accounts/guests'
import type { Measure } from '../accounts/measure'
import type { Actor } from '../kernel/actor'
import type { ClientFacts } from '../kernel/client-facts'
import type { Instant } from '../kernel/clock'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { countPosted } from './busy'
import { submittedEffects } from './comment-effects'
import { NO_WISHES, type TypedWishes, mailWishes } from './mail-wishes'
import { authorOf, newComment } from './new-comment'
import { PARENT_GONE } from './place-reply'
import type { Verdict } from './screening'
import { settle } from './settle'
import type { Signature } from './signature'
import { type Submitted, repeated, stored } from './submitted'

/** A comment that nothing stands against any more. */
export interface Accepted {
  readonly commentId: string
  readonly articleId: string
  readonly parentId: string | null
  /** Canonical text. */
  readonly body: string
  readonly fingerprint: string
  readonly signature: Signature
  /** Keyed hash of the address block it was written from. */
  readonly addressKey: string
  readonly submissionKey: string
  /** The key that the client chose, if it did. */
  readonly key: string | undefined
  readonly wishes: TypedWishes
  readonly verdict: Verdict
  readonly guessed: readonly Measure[]
  readonly at: Instant
}

type Deps = Pick<
  Ports,
  'accountStore' | 'commentStore' | 'limits' | 'mailer' | 'measureStore' | 'secrets' | 'clock' | 'ids'
>

/**
 * Stores it with all it brings (a new guest, the decision on arrival, wishes, effects) in one transaction. `conflict`
 * where the comment it answers went meanwhile; a copy that was stored first is what is told of.
 */
export const storeSubmission = async (
  deps: Deps,
  actor: Actor,
  accepted: Accepted,
  client: ClientFacts,
): Promise<Result<Submitted>> => {
  const { parentId, body, fingerprint, verdict, guessed, key, at } = accepted
  const parent = parentId === null ? null : await deps.commentStore.find(parentId)
  if (parentId !== null && !parent) return fail('conflict', PARENT_GONE)

  const newcomer = actor.kind === 'guest' || actor.kind === 'user' ? null : newGuest(deps)
  const { comment, revision } = newComment(
    {
      id: accepted.commentId,
      articleId: accepted.articleId,
      ...accepted.signature,
      addressKey: accepted.addressKey,
      submissionKey: accepted.submissionKey,
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
  const wishes =
    guessed.length > 0 ? NO_WISHES : await mailWishes(deps, actor, accepted.wishes, arrived, client)
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
