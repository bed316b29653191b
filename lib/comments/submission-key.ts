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

/** The key to store: the same submission again, by the same person within ten minutes, has the same one. */
export const submissionKey = (
  deps: Keyed,
  actor: Actor,
  client: ClientFacts,
  submission: Submission,
): string =>
  keyOf(deps, submission, whoPosts(actor, client, submission), Math.floor(deps.clock.now() / WINDOW))

/**
 * What was stored for this submission before, if anything. Looks also into the window before this one, and, for a
 * guest, under the address they had posted from when they were nobody yet: their first post made them a guest.
 */
export const findRepeat = async (
  deps: Keyed & Pick<Ports, 'commentStore'>,
  actor: Actor,
  client: ClientFacts,
  submission: Submission,
): Promise<CommentRecord | null> => {
  const now = deps.clock.now()
  const window = Math.floor(now / WINDOW)
  const names = [
    whoPosts(actor, client, submission),
    ...(actor.kind === 'guest' ? [somebodyAt(client, submission)] : []),
  ]
  const windows = submission.key === undefined ? [window, window - 1] : [window]
  const keys = names.flatMap((who) => windows.map((at) => keyOf(deps, submission, who, at)))
  for (const key of keys) {
    const found = await deps.commentStore.findBySubmissionKey(key)
    if (!found) continue
    const isOwn = actor.kind !== 'guest' || found.comment.guestId === actor.guestId
    const isRecent = submission.key !== undefined || now - found.comment.createdAt <= WINDOW
    if (isOwn && isRecent) return found
  }
  return null
}
