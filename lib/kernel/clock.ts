/** A moment: whole milliseconds since 1970-01-01T00:00:00Z, as stored in every time column. */
export type Instant = number

/** The only source of "now" for business rooms; tests pin it. */
export interface Clock {
  now(): Instant
}

/** Lengths of time, in milliseconds. */
export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Midnight (UTC) after that moment. */
export const endOfDay = (at: Instant): Instant => (Math.floor(at / DAY) + 1) * DAY
