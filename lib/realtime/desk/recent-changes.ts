import { type Instant, MINUTE, SECOND } from '../../kernel/clock'
import type { CommentNow } from '../../moderation/queue-reader'

const KEPT = 300
const KEPT_FOR = 5 * MINUTE
/** Clocks of several instances differ a little, and a page is read before it is sent. Hearing twice harms nobody. */
const OVERLAP = 5 * SECOND

/** What was told lately, for pages that were made a moment before they began to listen. */
export class RecentChanges {
  #told: (readonly [at: Instant, change: CommentNow])[] = []
  /** From then on nothing is missing. */
  #from: Instant

  constructor(now: Instant) {
    this.#from = now
  }

  add(changes: readonly CommentNow[], now: Instant): void {
    this.#told.push(...changes.map((change) => [now, change] as const))
    const surplus = this.#told.length - KEPT
    const old = this.#told.findIndex(([at]) => at > now - KEPT_FOR)
    const cut = Math.max(surplus, old < 0 ? this.#told.length : old)
    if (cut <= 0) return
    this.#from = (this.#told[cut - 1]?.[0] ?? now) + 1
    this.#told = this.#told.slice(cut)
  }

  /** Something was not told: what came before is not complete. */
  forget(now: Instant): void {
    this.#told = []
    this.#from = now
  }

  /** What came after that moment; null when it cannot be told any more. */
  since(at: Instant): readonly CommentNow[] | null {
    if (at < this.#from) return null
    return this.#told.flatMap(([told, change]) => (told >= at - OVERLAP ? [change] : []))
  }
}
