import type { Instant } from '../kernel/clock'
import { KeysByTag } from './keys-by-tag'
import { SITE, type Tag } from './tags'

/** What is kept under an address. */
export interface Weighed {
  /** Bytes of memory; may grow (`KeptPages.weigh`). */
  readonly size: number
}

/** A page that is kept, what it depends on (`tags`), and until when it is right. */
export interface Kept<V extends Weighed> {
  readonly key: string
  readonly value: V
  readonly tags: readonly Tag[]
  /** When its making began. */
  readonly madeAt: Instant
  /** From then on it is made anew when somebody asks, and shown only where that fails. */
  freshUntil: Instant
  /** From then on it is wrong: something scheduled has happened. */
  deadAt: Instant
  /** As counted in the budget. */
  weight: number
  /** Whether it was asked for again since it was kept. */
  again: boolean
  /** When it was last said to be in use. */
  touchedAt: Instant
}

/** Of an entry beside its bytes: keys, headers, places in maps. Measured: 2.1 KB of heap, and what is left free around it and its bytes. */
const OVERHEAD = 3_000
/** Share of the budget for pages that were asked for more than once. */
const SHARE_OF_AGAIN = 0.8
/** Larger ones would push out too many others. */
const LARGEST_SHARE = 1 / 8

/**
 * Pages within a budget of bytes, the ones used longest ago go first. Whoever asks for thousands of addresses once
 * (there are as many places in a thread as comments) pushes out other pages asked for once, not the front page: what
 * was asked for again stands in a part of its own (a segmented LRU, as by Karedla and others, 1994).
 */
export class KeptPages<V extends Weighed> {
  readonly #budget: number
  readonly #once = new Map<string, Kept<V>>()
  readonly #again = new Map<string, Kept<V>>()
  readonly #byTag = new KeysByTag()
  #bytes = 0
  #bytesOfAgain = 0

  /** @param budget bytes */
  constructor(budget: number) {
    this.#budget = budget
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#once.size + this.#again.size
  }

  get(key: string): Kept<V> | undefined {
    return this.#again.get(key) ?? this.#once.get(key)
  }

  /** Says that it was used. */
  touch(kept: Kept<V>, now: Instant): void {
    const { key } = kept
    kept.touchedAt = now
    if (kept.again) {
      this.#again.delete(key)
      this.#again.set(key, kept)
      return
    }
    kept.again = true
    this.#once.delete(key)
    this.#again.set(key, kept)
    this.#bytesOfAgain += kept.weight
    for (const oldest of this.#again.values()) {
      if (this.#bytesOfAgain <= this.#budget * SHARE_OF_AGAIN) break
      this.#stepDown(oldest)
    }
  }

  set(entry: Omit<Kept<V>, 'weight' | 'again' | 'touchedAt'>): void {
    this.delete(entry.key)
    const weight = this.#weightOf(entry)
    if (weight > this.#budget * LARGEST_SHARE) return
    this.#once.set(entry.key, { ...entry, weight, again: false, touchedAt: entry.madeAt })
    this.#bytes += weight
    for (const tag of entry.tags) this.#byTag.add(tag, entry.key)
    this.#fit()
  }

  /** Counts again an entry that has grown. */
  weigh(key: string): void {
    const kept = this.get(key)
    if (!kept) return
    const by = this.#weightOf(kept) - kept.weight
    kept.weight += by
    this.#bytes += by
    if (kept.again) this.#bytesOfAgain += by
    this.#fit()
  }

  delete(key: string): void {
    const kept = this.get(key)
    if (!kept) return
    this.#once.delete(key)
    this.#again.delete(key)
    this.#bytes -= kept.weight
    if (kept.again) this.#bytesOfAgain -= kept.weight
    for (const tag of kept.tags) this.#byTag.delete(tag, key)
  }

  deleteTagged(tag: Tag): void {
    if (tag === SITE) return this.clear()
    for (const key of this.#byTag.of(tag)) this.delete(key)
  }

  clear(): void {
    this.#once.clear()
    this.#again.clear()
    this.#byTag.clear()
    this.#bytes = this.#bytesOfAgain = 0
  }

  *values(): Iterable<Kept<V>> {
    yield* this.#once.values()
    yield* this.#again.values()
  }

  #weightOf({ key, value }: Pick<Kept<V>, 'key' | 'value'>): number {
    return value.size + 2 * key.length + OVERHEAD
  }

  #stepDown(kept: Kept<V>): void {
    kept.again = false
    this.#again.delete(kept.key)
    this.#once.set(kept.key, kept)
    this.#bytesOfAgain -= kept.weight
  }

  #fit(): void {
    for (const oldest of this.values()) {
      if (this.#bytes <= this.#budget) return
      this.delete(oldest.key)
    }
  }
}
