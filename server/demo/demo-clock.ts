import type { Clock, Instant } from '../../lib/kernel/clock'

/** A clock that the seed sets before each thing it lets happen. */
export class DemoClock implements Clock {
  #at: Instant

  constructor(at: Instant) {
    this.#at = at
  }

  now(): Instant {
    return this.#at
  }

  set(at: Instant): void {
    this.#at = at
  }
}
