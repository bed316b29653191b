import type { Instant } from '../kernel/clock'

/** Something that was handed out without being stored, and is used now: what has to be remembered so that it is used once. */
export interface UsedOnce {
  readonly id: string
  readonly hash: string
  readonly at: Instant
  /** Nobody needs to remember it longer: it is over then. */
  readonly until: Instant
}
