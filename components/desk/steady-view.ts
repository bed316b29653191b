import type { QueueView } from '@/lib/moderation/queue-view'

/** How much older (milliseconds) the moment may be that times on a card are told by. */
const MINUTE = 60_000

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The earlier value where the later one says the same: what is drawn from it is not drawn again. For plain data. */
export const keptWhereSame = <T>(earlier: T, later: T): T => (isSame(earlier, later) ? earlier : later)

/** A fresh page, with the cards of the one before it that have not changed. */
export const steadyView = (earlier: QueueView, later: QueueView): QueueView => {
  const known = new Map(earlier.cards.map((card) => [card.commentId, card]))
  return {
    ...later,
    reasons: keptWhereSame(earlier.reasons, later.reasons),
    cards: later.cards.map((card) => keptWhereSame(known.get(card.commentId) ?? card, card)),
  }
}

/** ISO 8601: the earlier moment for a minute, after which "3 minutes ago" may be another. */
export const steadyMoment = (earlier: string, later: string): string =>
  Math.abs(Date.parse(later) - Date.parse(earlier)) < MINUTE ? earlier : later
