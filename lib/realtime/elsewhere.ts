import { type Instant, SECOND } from '../kernel/clock'
import type { PieceCounts } from './neighbours'

/** An instance says its counts every few seconds; one that is silent this long is gone. */
const SILENT_AFTER = 15 * SECOND

interface Heard extends PieceCounts {
  readonly at: Instant
}

/** Who reads and types at the other instances. */
export class Elsewhere {
  /** By piece, then by instance. */
  readonly #heard = new Map<string, Map<string, Heard>>()
  readonly #instances = new Map<string, Instant>()

  hear(from: string, counts: readonly PieceCounts[], at: Instant): void {
    this.#instances.set(from, at)
    for (const count of counts) {
      const here = this.#heard.get(count.articleId) ?? new Map<string, Heard>()
      if (count.active === 0 && count.typing === 0) here.delete(from)
      else here.set(from, { ...count, at })
      if (here.size === 0) this.#heard.delete(count.articleId)
      else this.#heard.set(count.articleId, here)
    }
  }

  of(articleId: string): Pick<PieceCounts, 'active' | 'typing'> {
    let [active, typing] = [0, 0]
    for (const heard of this.#heard.get(articleId)?.values() ?? []) {
      active += heard.active
      typing += heard.typing
    }
    return { active, typing }
  }

  /** Whether any other instance was heard of lately. */
  get anybody(): boolean {
    return this.#instances.size > 0
  }

  /** Forgets whoever has been silent for too long. */
  age(now: Instant): void {
    for (const [from, at] of this.#instances) if (at <= now - SILENT_AFTER) this.#instances.delete(from)
    for (const [articleId, here] of this.#heard) {
      for (const [from, { at }] of here) if (at <= now - SILENT_AFTER) here.delete(from)
      if (here.size === 0) this.#heard.delete(articleId)
    }
  }
}
