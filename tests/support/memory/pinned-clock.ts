import type { Clock, Instant } from '../../../lib/kernel/clock'

/** A clock that moves only when told to. Starts on 12 February 2025, 12:00 UTC. */
export class PinnedClock implements Clock {
  #at: Instant

  constructor(at: Instant = Date.UTC(2025, 1, 12, 12)) {
    this.#at = at
  }

  now(): Instant {
    return this.#at
  }

  set(at: Instant): void {
    this.#at = at
  }

  advance(milliseconds: number): void {
    this.#at += milliseconds
  }
}
