import type { Actor } from '../kernel/actor'
import { DAY, type Instant } from '../kernel/clock'
import { type Result, ok } from '../kernel/result'
import { wallTimeAt } from '../kernel/wall-time'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { ArticleRecord } from './article'
import { statusAt } from './article-status'
import { notAllowed } from './find-piece'
import { studioSight } from './studio-sight'

const MONTH = /^[12]\d{3}-(?:0[1-9]|1[0-2])$/

export interface CalendarEntry {
  readonly articleId: string
  readonly title: string
  /** What happens, or happened, then. */
  readonly kind: 'published' | 'scheduled' | 'taken down'
  /** ISO 8601 */
  readonly at: string
  /** `09:30`, by the clocks of the publication. */
  readonly time: string
}

export interface CalendarDay {
  /** `2026-11-28` */
  readonly date: string
  readonly isInMonth: boolean
  readonly isToday: boolean
  readonly entries: readonly CalendarEntry[]
}

export interface CalendarView {
  readonly month: string
  readonly earlier: string
  readonly later: string
  /** IANA name. */
  readonly zone: string
  /** Monday first. */
  readonly weeks: readonly (readonly CalendarDay[])[]
  /** There is more than is shown. */
  readonly isCut: boolean
}

const MOST = 500
const UNTITLED = 'Untitled'

const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10)

/** The months beside one; the first and the last year there is have none. */
const monthBeside = (month: string, by: 1 | -1): string => {
  const first = new Date(`${month}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + by)
  return first.toISOString().slice(0, 7)
}

/** Whole weeks around a month, from its first Monday or the one before to a Sunday. */
const daysOf = (month: string): readonly string[] => {
  const first = Date.parse(`${month}-01T00:00:00Z`)
  const next = Date.parse(`${monthBeside(month, 1)}-01T00:00:00Z`)
  const weekday = (at: Instant): number => (new Date(at).getUTCDay() + 6) % 7
  const from = first - weekday(first) * DAY
  const count = Math.ceil((next - from) / DAY / 7) * 7
  return Array.from({ length: count }, (_, day) => dayOf(from + day * DAY))
}

const entriesOf = (
  { article, draft, live }: ArticleRecord,
  zone: string,
  now: Instant,
): readonly (CalendarEntry & { readonly date: string })[] => {
  const status = statusAt(article, now)
  const entry = (kind: CalendarEntry['kind'], at: Instant) => {
    const { date, time } = wallTimeAt(at, zone)
    const title = (live ?? draft).title || UNTITLED
    return { articleId: article.id, title, kind, at: new Date(at).toISOString(), date, time }
  }
  return [
    ...(article.publishedAt === null
      ? []
      : [entry(status === 'scheduled' ? 'scheduled' : 'published', article.publishedAt)]),
    ...(article.unpublishAt === null ? [] : [entry('taken down', article.unpublishAt)]),
  ]
}

/** A month of the publication by its own clocks: what appears, what appeared, what is taken down. */
export const listCalendar = async (
  deps: Pick<Ports, 'articleStore' | 'settingsStore' | 'clock'>,
  actor: Actor,
  /** `2026-11`; anything else is the current month: an address that was cut or mistyped still leads to one. */
  { month: asked = '' }: { readonly month?: string },
): Promise<Result<CalendarView>> => {
  if (!can(actor, 'open.studio')) return notAllowed(actor, 'The studio is for writers and editors.')
  const now = deps.clock.now()
  const zone = (await deps.settingsStore.read()).settings.timeZone
  const today = wallTimeAt(now, zone).date
  const month = MONTH.test(asked) ? asked : today.slice(0, 7)
  const days = daysOf(month)
  // No clock is further from UTC than a day.
  const span = {
    from: Date.parse(`${days[0]}T00:00:00Z`) - DAY,
    until: Date.parse(`${days.at(-1)}T00:00:00Z`) + 2 * DAY,
  }
  const filter = { ...studioSight(actor), statuses: ['scheduled', 'published', 'unpublished'] as const, now }
  const pieces = await deps.articleStore.calendar(filter, span, MOST + 1)
  const byDay = new Map<string, CalendarEntry[]>(days.map((date) => [date, []]))
  for (const { date, ...entry } of pieces.slice(0, MOST).flatMap((piece) => entriesOf(piece, zone, now)))
    byDay.get(date)?.push(entry)
  const weeks = Array.from({ length: days.length / 7 }, (_, week) =>
    days.slice(week * 7, week * 7 + 7).map((date) => ({
      ...{ date, isInMonth: date.startsWith(month), isToday: date === today },
      entries: (byDay.get(date) ?? []).sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))),
    })),
  )
  return ok({
    ...{ month, zone, weeks, isCut: pieces.length > MOST },
    ...{ earlier: monthBeside(month, -1), later: monthBeside(month, 1) },
  })
}
