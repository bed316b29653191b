import type { CommentRecord } from '../comments/comment'
import { STUB } from '../comments/comment-status'
import type { Decision } from '../comments/comment-store'
import type { Actor } from '../kernel/actor'
import type { Ports } from '../ports'

const DID: Readonly<Record<Decision['move'], string>> = {
  approve: 'approved this a moment ago',
  reject: 'rejected this a moment ago',
  spam: 'marked this as spam a moment ago',
  hold: 'put this back to the waiting comments a moment ago',
  keep: 'kept this a moment ago',
  undo: 'took a decision on this back a moment ago',
  withdraw: 'withdrew this',
  erase: 'erased this',
}

const nameOf = async (
  { accountStore }: Pick<Ports, 'accountStore'>,
  reader: Actor,
  actor: Actor,
): Promise<string> => {
  if (actor.kind !== 'user') return 'Stet'
  if (reader.kind === 'user' && reader.userId === actor.userId) return 'You'
  return (await accountStore.findUser(actor.userId))?.name ?? 'A colleague'
}

/** What came between a moderator's page and their click, in one sentence. Nothing was overwritten. */
export const whatHappened = async (
  deps: Pick<Ports, 'accountStore'>,
  reader: Actor,
  { comment, revisions }: CommentRecord,
  decisions: readonly Decision[],
): Promise<string> => {
  if (STUB.has(comment.status)) return 'The author withdrew this comment while you were reading.'
  const latest = revisions.find(({ id }) => id === comment.latestRevisionId)
  const last = decisions.at(-1)
  // An edit may have been decided on arrival, by Stet: it is still the edit that came between.
  const isKnown =
    last !== undefined && last.actor.kind !== 'system' && latest && latest.id in last.before.revisions
  if (latest && latest.number > 1 && !isKnown)
    return 'The author changed the text while you were reading. Please read the new text.'
  return last
    ? `${await nameOf(deps, reader, last.actor)} ${DID[last.move]}.`
    : 'This comment changed while you were reading. Reload the page to see it.'
}
