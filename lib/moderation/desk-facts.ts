import type { DeskFacts } from '../comments/desk-facts'
import type { Opinion } from '../comments/comment-store'
import type { Draft } from '../comments/screening'
import type { Actor } from '../kernel/actor'
import type { Ports } from '../ports'
import { PROVEN } from './checks/proof'
import { nearRepeats } from './near-repeats'
import { queueShifts, shifted } from './queue-order'
import { scriptOf } from './script-of'

/** What most comments are held by tells nothing of any of them; a flood has a shift of its own. */
const SAID_APART: ReadonlySet<string> = new Set(['mode', 'near-repeat'])

type Needs = Pick<Ports, 'commentStore'>

const LINK = /\bhttps?:\/\/|\bwww\./giu

const objectionsIn = (opinions: readonly Opinion[]): readonly string[] =>
  opinions.filter(({ level }) => level === 'hold' || level === 'spam').map(({ check }) => check)

/** How many comments of a proven identity stand, and how many fell. */
const recordOf = async (author: Actor, { commentStore }: Needs) => {
  if (author.kind !== 'guest' && author.kind !== 'user') return { approved: 0, turnedAway: 0 }
  const who = author.kind === 'guest' ? { guestId: author.guestId } : { userId: author.userId }
  const [approved, rejected, spam] = await Promise.all([
    commentStore.countByAuthor(who, 'approved'),
    commentStore.countByAuthor(who, 'rejected'),
    commentStore.countByAuthor(who, 'spam'),
  ])
  return { approved, turnedAway: rejected + spam }
}

/** What the desk is to know of a text that the checks have looked at. */
export const deskFacts = async (
  needs: Needs,
  draft: Draft,
  opinions: readonly Opinion[],
): Promise<DeskFacts> => {
  const { body, at, parentId, article, author } = draft
  const [record, { bands, texts }] = await Promise.all([recordOf(author, needs), nearRepeats(draft, needs)])
  // The flood of the newest near-identical text of another comment, or a new one begun by it.
  const [near] = texts
  const floodId = near ? (near.floodId ?? near.commentId) : null
  const heldBy = objectionsIn(opinions)
  const queueWhy = queueShifts({
    at,
    isReply: parentId !== null,
    publishedAt: article?.publishedAt ?? null,
    ...record,
    objections: heldBy.filter((check) => !SAID_APART.has(check)).length,
    isFlood: floodId !== null,
    isProven: opinions.some(({ level, evidence }) => level === 'pass' && evidence.facts?.[PROVEN] === 1),
  })
  return {
    script: scriptOf(body),
    links: body.match(LINK)?.length ?? 0,
    heldBy,
    queueOrder: shifted(at, queueWhy),
    queueWhy,
    bands,
    floodId,
  }
}
