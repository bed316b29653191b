// Without effect (@__PURE__): the island has only the last of the three.
const DATE = /* @__PURE__ */ new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
})
const MOMENTS = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>()
const momentsOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = MOMENTS.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    ...{ month: 'short', day: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone, timeZoneName: 'short' },
  })
  MOMENTS.set(timeZone, made)
  return made
}
// Not "yesterday" or "last week": those are about the calendar, and 40 hours ago may be the day before.
const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Longest span first; a span is used from its own length up. */
const SPANS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const

/** "Feb 12, 2025": the day in UTC, the same for every reader of a kept page. */
export const dateText = (at: Date): string => DATE.format(at)

/** "Feb 12, 2025, 14:03 UTC"; by the clocks of another zone (one that `isZone`) "Feb 12, 2025, 09:03 EST". */
export const momentText = (at: Date, zone = 'UTC'): string => momentsOf(zone).format(at)

/** "4 years ago", "1 day ago", "just now"; moments that a wrong clock puts ahead are "just now" too. */
export const relativeText = (at: Date, now: Date): string => {
  const age = now.getTime() - at.getTime()
  const span = SPANS.find(([, length]) => age >= length)
  if (!span) return 'just now'
  const [unit, length] = span
  return RELATIVE.format(-Math.floor(age / length), unit)
}
