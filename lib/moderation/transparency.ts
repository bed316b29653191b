import type { CommentMove } from '../comments/comment-status'
import { DAY, type Instant } from '../kernel/clock'
import type { Ports } from '../ports'
import type { DecisionTally } from './decision-log'
import { onceADay } from './once-a-day'

/** A count as the public gets it: rounded to tens; null for fewer than ten. */
export type RoundedCount = number | null

/** What the public learns of a month; numbers are rounded. */
export interface MonthOfDecisions {
  readonly year: number
  /** 1 to 12, in UTC. */
  readonly month: number
  readonly decisions: number
  readonly moves: readonly { readonly move: CommentMove; readonly count: RoundedCount }[]
  /** Why comments were turned away, most often given first. */
  readonly reasons: readonly { readonly reason: DecisionTally['reason']; readonly count: RoundedCount }[]
}

const MONTHS = 12
/** Of fewer decisions somebody could work out what became of one comment. */
const ENOUGH = 20
const TEN = 10

type Needs = Pick<Ports, 'decisionLog' | 'settingsStore' | 'clock'>

const rounded = (count: number): RoundedCount => (count < TEN ? null : Math.round(count / TEN) * TEN)

/** The sums of one kind of thing, largest first; of equal ones the order of the alphabet tells nothing of them. */
const sums = <K extends string | null>(
  tallies: readonly DecisionTally[],
  keyOf: (tally: DecisionTally) => K,
): readonly (readonly [K, number])[] => {
  const found = new Map<K, number>()
  for (const tally of tallies) found.set(keyOf(tally), (found.get(keyOf(tally)) ?? 0) + tally.decisions)
  const byCount = ([a, m]: readonly [K, number], [b, n]: readonly [K, number]) =>
    (rounded(n) ?? 0) - (rounded(m) ?? 0) || (String(a) < String(b) ? -1 : 1)
  return [...found].sort(byCount)
}

const presentMonth = (tallies: readonly DecisionTally[]): readonly MonthOfDecisions[] => {
  const [first] = tallies
  const all = tallies.reduce((sum, { decisions }) => sum + decisions, 0)
  if (!first || all < ENOUGH) return []
  const against = tallies.filter(({ move }) => move === 'reject')
  const { year, month } = first
  return [
    {
      ...{ year, month },
      decisions: rounded(all) ?? 0,
      moves: sums(tallies, ({ move }) => move).map(([move, count]) => ({ move, count: rounded(count) })),
      reasons: sums(against, ({ reason }) => reason).map(([reason, count]) => ({
        reason,
        count: rounded(count),
      })),
    },
  ]
}

const startOfMonth = (at: Instant, back: number): Instant => {
  const day = new Date(at)
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - back)
}

const measure = async ({
  decisionLog,
  settingsStore,
  clock,
}: Needs): Promise<readonly MonthOfDecisions[]> => {
  const now = clock.now()
  // Today is left out: nobody learns from the numbers when something was decided.
  const names = (await settingsStore.read()).settings.reasons.map(({ name }) => name)
  const tallies = await decisionLog.tallies(startOfMonth(now, MONTHS - 1), now - (now % DAY), names)
  const months = Array.from({ length: MONTHS }, (_, back) => new Date(startOfMonth(now, back)))
  return months.flatMap((month) =>
    presentMonth(
      tallies.filter(
        (tally) => tally.year === month.getUTCFullYear() && tally.month === month.getUTCMonth() + 1,
      ),
    ),
  )
}

/**
 * What moderators decided in the last twelve months, newest month first: rounded, of months with enough decisions
 * only, up to the last midnight (UTC). The same for everybody and for a whole day.
 */
export const transparency = (needs: Needs): (() => Promise<readonly MonthOfDecisions[]>) =>
  onceADay(needs.clock, () => measure(needs))
