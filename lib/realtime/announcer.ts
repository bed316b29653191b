import { type Instant, SECOND } from '../kernel/clock'
import type { Neighbours, PieceCounts } from './neighbours'

const REPEAT_AFTER = 5 * SECOND
/** Pieces in one message: each is some 70 bytes, and a NOTIFY of PostgreSQL holds 8,000. */
const AT_ONCE = 100

/** Tells the other instances who reads here: what changed at once, everything again every few seconds. */
export class Announcer {
  readonly #neighbours: Neighbours
  #told = new Map<string, PieceCounts>()
  #toldAllAt = Number.NEGATIVE_INFINITY

  constructor(neighbours: Neighbours) {
    this.#neighbours = neighbours
  }

  /** `counts`: every piece with a stream or a mark. */
  announce(counts: readonly PieceCounts[], now: Instant): void {
    const repeat = now - this.#toldAllAt >= REPEAT_AFTER
    if (repeat) this.#toldAllAt = now
    const left = [...this.#told.keys()]
      .filter((id) => !counts.some(({ articleId }) => articleId === id))
      .map((articleId) => ({ articleId, active: 0, typing: 0 }))
    const news = counts.filter((count) => repeat || this.#isNew(count))
    this.#told = new Map(counts.map((count) => [count.articleId, count]))
    const messages = [...left, ...news]
    // An empty message as well: that there is another instance is news too.
    for (let i = 0; i < Math.max(messages.length, repeat ? 1 : 0); i += AT_ONCE) {
      this.#neighbours.tell({ kind: 'presence', counts: messages.slice(i, i + AT_ONCE) })
    }
  }

  #isNew({ articleId, active, typing }: PieceCounts): boolean {
    const told = this.#told.get(articleId)
    return told?.active !== active || told.typing !== typing
  }
}
