import type { QueueRow } from './queue-reader'

/** Per mille of spam, to the learner, up to which a comment will most likely stand. */
export const LIKELY_GOOD = 150
/** Every so many cards one that is likely good. */
const EVERY = 5

/**
 * A page of the queue with something good in between: whoever reads what is wrong with people for hours needs it. The
 * good ones come out of their turn, and none comes twice.
 */
export const mixedDiet = (rows: readonly QueueRow[], good: readonly QueueRow[]): readonly QueueRow[] => {
  const first = new Set(good.map(({ comment }) => comment.id))
  const others = rows.filter(({ comment }) => !first.has(comment.id))
  const treats = [...good]
  const mixed: QueueRow[] = []
  for (const row of others) {
    mixed.push(row)
    const treat = mixed.length % EVERY === EVERY - 1 ? treats.shift() : undefined
    if (treat) mixed.push(treat)
  }
  return [...mixed, ...treats]
}

/** How many good ones a page of so many takes. */
export const treatsFor = (cards: number): number => Math.floor(cards / EVERY)
