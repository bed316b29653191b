import { DAY, type Instant } from './clock'

/** A date and a time as a clock on a wall shows them. */
export interface WallTime {
  /** `2026-03-29` */
  readonly date: string
  /** `02:30` */
  readonly time: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  })
  formats.set(zone, made)
  return made
}

/** Whether this is a time zone of the IANA database, in any spelling the platform takes. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(zone)) return false
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

/** What the clocks of a zone show at a moment (a zone that `isZone`). */
export const wallTimeAt = (at: Instant, zone: string): WallTime => {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts
  return { date: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` }
}

const asUtc = ({ date, time }: WallTime): Instant => Date.parse(`${date}T${time}:00Z`)

const isSame = (one: WallTime, other: WallTime): boolean => one.date === other.date && one.time === other.time

/** Milliseconds the clocks of a zone are ahead of UTC, as far as minutes show it. */
const offsetAt = (at: Instant, zone: string): number =>
  asUtc(wallTimeAt(at, zone)) - Math.floor(at / 60_000) * 60_000

/** Null for what no calendar or clock shows. */
export const readWallTime = (date: string, time: string): WallTime | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null
  const at = Date.parse(`${date}T${time}:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 16) !== `${date}T${time}`
    ? null
    : { date, time }
}

/**
 * The moments at which the clocks of a zone show this, in their order: one as a rule; none in the hour that is
 * skipped in spring; two in the hour that comes twice in autumn.
 */
export const momentsOf = (wall: WallTime, zone: string): readonly Instant[] => {
  const naive = asUtc(wall)
  // No zone changes its clocks twice within two days: what counts before and after is all that can count.
  const offsets = new Set([offsetAt(naive - DAY, zone), offsetAt(naive + DAY, zone)])
  return [...offsets]
    .map((offset) => naive - offset)
    .filter((at) => isSame(wallTimeAt(at, zone), wall))
    .sort((a, b) => a - b)
}
