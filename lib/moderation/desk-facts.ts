import type { DeskFacts } from '../comments/desk-facts'
import type { Opinion } from '../comments/comment-store'
import type { Draft, Estimate } from '../comments/screening'
import type { Ports } from '../ports'
import { authorRecord } from './checks/author-record'
import { PROVEN } from './checks/proof'
import { nearRepeats } from './near-repeats'
import { queueShifts, shifted } from './queue-order'
import { scriptOf } from './script-of'

/** What most comments are held by tells nothing of any of them; a flood has a shift of its own. */
const SAID_APART: ReadonlySet<string> = new Set(['mode', 'near-repeat'])

type Needs = Pick<Ports, 'commentStore' | 'screeningReader'>

const LINK = /\bhttps?:\/\/|\bwww\./giu

const objectionsIn = (opinions: readonly Opinion[]): readonly string[] =>
  opinions.filter(({ level }) => level === 'hold' || level === 'spam').map(({ check }) => check)

/** What the desk is to know of a text that the checks have looked at. */
export const deskFacts = async (
  needs: Needs,
  draft: Draft,
  opinions: readonly Opinion[],
  estimate: Estimate | null,
): Promise<DeskFacts> => {
  const { body, at, parentId, article } = draft
  const [{ approved, turnedAway }, { bands, texts }] = await Promise.all([
    authorRecord(draft, needs),
    nearRepeats(draft, needs),
  ])
  // The flood of the newest near-identical text of another comment, or a new one begun by it.
  const [near] = texts
  const floodId = near ? (near.floodId ?? near.commentId) : null
  const heldBy = objectionsIn(opinions)
  const queueWhy = queueShifts({
    at,
    isReply: parentId !== null,
    publishedAt: article?.publishedAt ?? null,
    approved,
    turnedAway,
    objections: heldBy.filter((check) => !SAID_APART.has(check)).length,
    isFlood: floodId !== null,
    isProven: opinions.some(({ level, evidence }) => level === 'pass' && evidence.facts?.[PROVEN] === 1),
    // Two in a hundred of what is surely spam stand where they would without the learner, to measure it.
    spamScore: estimate === null || estimate.isProbe ? null : estimate.spamScore,
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
