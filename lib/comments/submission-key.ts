import type { Actor } from '../kernel/actor'
import type { ClientFacts } from '../kernel/client-facts'
import { MINUTE } from '../kernel/clock'
import type { Ports } from '../ports'
import type { CommentRecord } from './comment'

/** How long a form without a key of its own means the same comment. */
const WINDOW = 10 * MINUTE

interface Submission {
  readonly articleId: string
  readonly parentId: string | null
  readonly body: string
  /**
   * Chosen by the client (the form's island). Bound to its author, so that nobody finds another's comment by it, and
   * to the text, so that a second try with other words is not taken for the first and lost.
   */
  readonly key: string | undefined
  /** As typed. */
  readonly name: string | undefined
  readonly email: string | undefined
}

type Keyed = Pick<Ports, 'secrets' | 'clock'>

/** Nobody in particular: behind one address may live many, so that browser and signature count too. */
const somebodyAt = ({ addressBlock, userAgent }: ClientFacts, { name, email }: Submission): string =>
  `address:${JSON.stringify([addressBlock, userAgent, name ?? '', email ?? ''])}`

const whoPosts = (actor: Actor, client: ClientFacts, submission: Submission): string => {
  if (actor.kind === 'guest') return `guest:${actor.guestId}`
  return actor.kind === 'user' ? `user:${actor.userId}` : somebodyAt(client, submission)
}

const keyOf = (
  { secrets }: Keyed,
  { articleId, parentId, body, key }: Submission,
  who: string,
  window: number,
): string =>
  secrets.mac(
    'submission',
    who,
    articleId,
    parentId ?? '',
    body,
    key === undefined ? `window:${window}` : `key:${key}`,
  )

/** By which keys a submission is known that comes twice. */
export interface SubmissionKeys {
  /** The key to store: the same submission again, by the same person within ten minutes, has the same one. */
  readonly stored: string
  /**
   * All under which it may have been stored before: also in the window before this one, and, for a guest, under the
   * address they had posted from when they were nobody yet (their first post made them a guest).
   */
  readonly possible: readonly string[]
  /** The client chose it: then it counts for ever, else for ten minutes. */
  readonly chosen: boolean
}

/** By which key a post that comes twice is known as one, and the keys of the moment before it. */
export const submissionKeys = (
  deps: Keyed,
  actor: Actor,
  client: ClientFacts,
  submission: Submission,
): SubmissionKeys => {
  const window = Math.floor(deps.clock.now() / WINDOW)
  const chosen = submission.key !== undefined
  const who = whoPosts(actor, client, submission)
  const keysOf = (name: string): readonly string[] =>
    (chosen ? [window] : [window, window - 1]).map((at) => keyOf(deps, submission, name, at))
  const own = keysOf(who)
  const before = actor.kind === 'guest' ? keysOf(somebodyAt(client, submission)) : []
  return { stored: own[0] ?? '', possible: [...own, ...before], chosen }
}

/** What was stored for this submission before, if anything. */
export const findRepeat = async (
  { commentStore, clock }: Pick<Ports, 'commentStore' | 'clock'>,
  actor: Actor,
  { possible, chosen }: SubmissionKeys,
): Promise<CommentRecord | null> => {
  const found = await commentStore.findBySubmissionKeys(possible)
  const isOwn = ({ comment }: CommentRecord): boolean =>
    actor.kind !== 'guest' || comment.guestId === actor.guestId
  const isRecent = ({ comment }: CommentRecord): boolean =>
    chosen || clock.now() - comment.createdAt <= WINDOW
  return found.find((record) => isOwn(record) && isRecent(record)) ?? null
}
