import type { DeskFacts } from '../comments/desk-facts'
import type { Opinion } from '../comments/comment-store'
import { STUB } from '../comments/comment-status'
import type { Draft } from '../comments/screening'
import type { Actor } from '../kernel/actor'
import { DAY } from '../kernel/clock'
import type { Ports } from '../ports'
import { bandsOf, isNear, runsOf } from './near-text'
import { queueShifts, shifted } from './queue-order'
import { scriptOf } from './script-of'

/** How far back a flood is noticed. */
const FLOOD_SINCE = 30 * DAY
/** What most comments are held by tells nothing of any of them. */
const HOUSE_RULE = 'mode'

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

/** The flood a text belongs to: that of the newest near-identical text of another comment, or a new one begun by it. */
const floodOf = async (
  { commentId, at }: Draft,
  runs: ReadonlySet<number>,
  bands: DeskFacts['bands'],
  { commentStore }: Needs,
): Promise<string | null> => {
  if (bands === null) return null
  const candidates = await commentStore.nearTexts(bands, at - FLOOD_SINCE)
  const near = candidates.find(
    (other) => other.commentId !== commentId && !STUB.has(other.status) && isNear(runs, runsOf(other.body)),
  )
  return near ? (near.floodId ?? near.commentId) : null
}

/** What the desk is to know of a text that the checks have looked at. */
export const deskFacts = async (
  needs: Needs,
  draft: Draft,
  opinions: readonly Opinion[],
): Promise<DeskFacts> => {
  const { body, at, parentId, article, author } = draft
  const runs = runsOf(body)
  const bands = bandsOf(runs)
  const [record, floodId] = await Promise.all([recordOf(author, needs), floodOf(draft, runs, bands, needs)])
  const heldBy = objectionsIn(opinions)
  const queueWhy = queueShifts({
    at,
    isReply: parentId !== null,
    publishedAt: article?.publishedAt ?? null,
    ...record,
    objections: heldBy.filter((check) => check !== HOUSE_RULE).length,
    isFlood: floodId !== null,
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
