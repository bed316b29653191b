import { type Instant, SECOND } from '../../kernel/clock'
import type { Neighbours } from '../neighbours'
import type { AtDesk } from './claim-book'

const REPEAT_AFTER = 5 * SECOND
/** Windows in one message: each is six kilobytes at most (claim-book.ts), and a NOTIFY of PostgreSQL holds 8,000. */
const AT_ONCE = 1

/** Tells the other instances who is at this one's desk: what changed at once, everything again every few seconds. */
export class DeskAnnouncer {
  readonly #neighbours: Neighbours
  #told = new Map<string, string>()
  #toldAllAt = Number.NEGATIVE_INFINITY

  constructor(neighbours: Neighbours) {
    this.#neighbours = neighbours
  }

  announce(here: readonly AtDesk[], now: Instant): void {
    const repeat = now - this.#toldAllAt >= REPEAT_AFTER
    if (repeat) this.#toldAllAt = now
    const texts = new Map(here.map((window) => [window.stream, JSON.stringify(window)]))
    const left = [...this.#told.keys()].filter((stream) => !texts.has(stream))
    const people = here.filter(({ stream }) => repeat || this.#told.get(stream) !== texts.get(stream))
    this.#told = texts
    if (left.length > 0) this.#neighbours.tell({ kind: 'desk', people: [], left })
    for (let i = 0; i < people.length; i += AT_ONCE) {
      this.#neighbours.tell({ kind: 'desk', people: people.slice(i, i + AT_ONCE), left: [] })
    }
  }
}
