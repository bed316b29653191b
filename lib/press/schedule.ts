import type { Instant } from '../kernel/clock'

/**
 * When what is public changes next without anybody doing anything. Asked of the store once, and again when it has
 * passed or a piece has changed.
 */
export class Schedule {
  readonly #ask: (now: Instant) => Promise<Instant | null>
  #next: Promise<Instant> | null = null

  constructor(ask: (now: Instant) => Promise<Instant | null>) {
    this.#ask = ask
  }

  /** Infinity when nothing is scheduled. */
  async next(now: Instant): Promise<Instant> {
    const known = this.#next ?? this.#read(now)
    const next = await known
    if (next > now) return next
    if (this.#next === known) this.#next = null
    return this.next(now)
  }

  /** Something may have been scheduled, or not be any more. */
  forget(): void {
    this.#next = null
  }

  #read(now: Instant): Promise<Instant> {
    const read = this.#ask(now).then((next) =>
      next !== null && next > now ? next : Number.POSITIVE_INFINITY,
    )
    this.#next = read
    read.catch(() => {
      if (this.#next === read) this.#next = null
    })
    return read
  }
}
