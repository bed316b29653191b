import { type Instant, MINUTE } from '../kernel/clock'
import { type Replayable, eventBytes } from './live-event'

/** How much is kept for those who come back. */
const KEPT_EVENTS = 200
export const KEPT_FOR = 10 * MINUTE

const ID = /^([0-9a-z]{4,32})-(\d{1,12})$/

/** A piece of news as it was sent, for those who come back and missed it. */
export interface LoggedEvent {
  /** `<boot>-<seq>` */
  readonly id: string
  readonly at: Instant
  readonly news: Replayable
  readonly bytes: Buffer
}

/**
 * What one thread's streams were told lately. Its numbers count what was told and nothing else, so that a gap never
 * speaks of something unsaid. `boot` is random: an id of another log is not one of this.
 */
export class EventLog {
  readonly #boot: string
  #events: LoggedEvent[] = []
  #last = 0

  constructor(boot: string) {
    this.#boot = boot
  }

  /** Id of the newest event. */
  get last(): string {
    return `${this.#boot}-${this.#last}`
  }

  add(news: Replayable, at: Instant): LoggedEvent {
    this.#last += 1
    const logged = { id: this.last, at, news, bytes: eventBytes(news, this.last) }
    this.#events.push(logged)
    if (this.#events.length > KEPT_EVENTS) this.#events.shift()
    return logged
  }

  /** What came after that id; null when it is none of ours, or so old that something in between is forgotten. */
  since(id: string): readonly LoggedEvent[] | null {
    const [, boot, digits] = ID.exec(id) ?? []
    const missed = this.#last - Number(digits)
    if (boot !== this.#boot || missed < 0 || missed > this.#events.length) return null
    return this.#events.slice(this.#events.length - missed)
  }

  /** Forgets what is too old to be asked for. */
  age(now: Instant): void {
    const kept = this.#events.findIndex(({ at }) => at > now - KEPT_FOR)
    this.#events = kept < 0 ? [] : this.#events.slice(kept)
  }
}
