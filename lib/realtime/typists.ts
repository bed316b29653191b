import { type Instant, SECOND } from '../kernel/clock'

/** A mark lasts this long: a reader's page sends one every two or three seconds while they type. */
const MARK_LASTS = 6 * SECOND

/**
 * Who types, by stream. A mark is never taken back, it runs out: whoever posts, deletes what they wrote or closes the
 * page stops typing in the same way, so that nobody can tell that a comment now waits.
 */
export class Typists {
  readonly #until = new Map<string, Instant>()

  mark(stream: string, now: Instant): void {
    this.#until.set(stream, now + MARK_LASTS)
  }

  age(now: Instant): void {
    for (const [stream, until] of this.#until) if (until <= now) this.#until.delete(stream)
  }

  get streams(): ReadonlySet<string> {
    return new Set(this.#until.keys())
  }

  get size(): number {
    return this.#until.size
  }
}
