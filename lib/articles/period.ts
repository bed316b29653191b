import type { Instant } from '../kernel/clock'

/** A year or a month of the archive, in UTC. */
export interface Period {
  readonly year: number
  /** 1 to 12, or null for the whole year. */
  readonly month: number | null
  readonly from: Instant
  /** The first moment after it. */
  readonly until: Instant
}

/** Read strictly, as our own links spell it: `2025` and `02`. */
export const periodOf = (year: string, month: string | null): Period | null => {
  if (!/^(?:19|20|21)\d\d$/.test(year) || (month !== null && !/^(?:0[1-9]|1[0-2])$/.test(month))) return null
  const [y, m] = [Number(year), month === null ? null : Number(month)]
  return m === null
    ? { year: y, month: m, from: Date.UTC(y, 0), until: Date.UTC(y + 1, 0) }
    : { year: y, month: m, from: Date.UTC(y, m - 1), until: Date.UTC(y, m) }
}
