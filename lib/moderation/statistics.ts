import type { Actor } from '../kernel/actor'
import { DAY, type Instant } from '../kernel/clock'
import { type Result, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { NOT_YOURS } from './list-people'

/** Periods that can be looked at, in days up to now. */
const PERIODS = [7, 30, 90, 365] as const
type Period = (typeof PERIODS)[number]
const USUAL: Period = 30

/** Decisions the median is taken of, the newest ones. */
const WAITS_LOOKED_AT = 20_000
/** Above so many days the bars are weeks. */
const DAYS_AS_BARS = 31

/** How many comments came within some days. */
export interface Bar {
  /** First day of it, ISO 8601 date. */
  readonly from: string
  readonly days: number
  readonly comments: number
}

export interface StatisticsView {
  readonly period: Period
  readonly arrived: number
  readonly decided: number
  /** Milliseconds; null when nothing was decided. */
  readonly medianWait: number | null
  readonly bars: readonly Bar[]
  readonly moderators: readonly {
    readonly name: string
    readonly decisions: number
    readonly approved: number
    readonly turnedAway: number
    readonly medianWait: number | null
  }[]
  readonly reasons: readonly { readonly reason: string | null; readonly decisions: number }[]
  readonly checks: readonly {
    readonly check: string
    readonly decided: number
    /** Share of what it held that a person then approved, 0 to 1. */
    readonly falseHolds: number
  }[]
}

/** The middle one; of an even number the lower of the two in the middle. */
const median = (values: readonly number[]): number | null =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null

const barsOf = (
  arrivals: readonly { readonly day: number; readonly comments: number }[],
  period: Period,
  today: number,
): readonly Bar[] => {
  const byDay = new Map(arrivals.map(({ day, comments }) => [day, comments]))
  const days = period > DAYS_AS_BARS ? 7 : 1
  const count = Math.ceil(period / days)
  return Array.from({ length: count }, (_, n) => {
    const first = today + 1 - (count - n) * days
    const within = Array.from({ length: days }, (_day, k) => byDay.get(first + k) ?? 0)
    const from = new Date(first * DAY).toISOString().slice(0, 10)
    return { from, days, comments: within.reduce((sum, comments) => sum + comments, 0) }
  })
}

type Counted = { readonly decisions: number }
const sumOf = (rows: readonly Counted[]): number => rows.reduce((sum, { decisions }) => sum + decisions, 0)

const TURNED_AWAY: ReadonlySet<string> = new Set(['reject', 'spam'])

const spanOf = (period: Period, now: Instant) => {
  const today = Math.floor(now / DAY)
  return { from: (today + 1 - period) * DAY, until: (today + 1) * DAY, today }
}

/** What the desk did in the last days, by whom, why, and how often the checks were right. Whole days in UTC, today included. */
export const statistics = async (
  { statisticsReader, clock }: Pick<Ports, 'statisticsReader' | 'clock'>,
  actor: Actor,
  { days }: { readonly days: string | null },
): Promise<Result<StatisticsView>> => {
  if (!can(actor, 'open.desk')) return NOT_YOURS
  const period = PERIODS.find((one) => String(one) === days) ?? USUAL
  const { today, ...span } = spanOf(period, clock.now())
  const [arrivals, decisions, waits, checks] = await Promise.all([
    statisticsReader.arrivals(span),
    statisticsReader.decisions(span),
    statisticsReader.waits(span, WAITS_LOOKED_AT),
    statisticsReader.checks(span),
  ])
  const userIds = [...new Set(decisions.map(({ userId }) => userId))]
  const waitsOf = (userId: string) => waits.filter((wait) => wait.userId === userId)
  const away = decisions.filter(({ move }) => TURNED_AWAY.has(move))
  const reasons = [...new Set(away.map(({ reason }) => reason))]
  return ok({
    period,
    arrived: arrivals.reduce((sum, { comments }) => sum + comments, 0),
    decided: sumOf(decisions),
    medianWait: median(waits.map(({ waited }) => waited)),
    bars: barsOf(arrivals, period, today),
    moderators: userIds
      .map((userId) => {
        const theirs = decisions.filter((row) => row.userId === userId)
        return {
          name: theirs[0]?.name ?? '',
          decisions: sumOf(theirs),
          approved: sumOf(theirs.filter(({ move }) => move === 'approve')),
          turnedAway: sumOf(theirs.filter(({ move }) => TURNED_AWAY.has(move))),
          medianWait: median(waitsOf(userId).map(({ waited }) => waited)),
        }
      })
      .sort((a, b) => b.decisions - a.decisions || (a.name < b.name ? -1 : 1)),
    reasons: reasons
      .map((reason) => ({ reason, decisions: sumOf(away.filter((row) => row.reason === reason)) }))
      .sort((a, b) => b.decisions - a.decisions || ((a.reason ?? '') < (b.reason ?? '') ? -1 : 1)),
    checks: checks
      .map(({ check, decided, approved }) => ({ check, decided, falseHolds: approved / decided }))
      .sort((a, b) => b.decided - a.decided || (a.check < b.check ? -1 : 1)),
  })
}
