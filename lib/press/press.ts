import { setTimeout as pause } from 'node:timers/promises'
import { type Clock, type Instant, MINUTE, SECOND } from '../kernel/clock'
import { type Kept, KeptPages, type Weighed } from './kept-pages'
import { Schedule } from './schedule'
import { PIECES, SITE, type Tag } from './tags'

/** Nothing should be wrong after this long either, but nothing is believed for ever. */
const FRESH_FOR = 10 * MINUTE
/** How long a page that cannot be made anew is still shown. */
const OLD_FOR = 10 * MINUTE
/** While changes elsewhere may go unheard, a page is believed no longer than this. */
const DOUBTED_FOR = SECOND
/** Whoever could be shown an old page waits this long for a new one. */
const PATIENCE = SECOND
/** A page that is asked for all the time need not be told so every time. */
const TOUCH_EVERY = SECOND

/** A page, and what must not happen for it to stay true. */
export interface Made<V> {
  readonly value: V
  readonly depends: readonly Tag[]
  /** When it becomes wrong by itself, beside what is scheduled for all. */
  readonly until?: Instant | null
  /** Not every answer is worth keeping. */
  readonly keep: boolean
}

/** How a page was come by; `off`: nothing is kept. */
export type How = 'hit' | 'miss' | 'old' | 'off'

/** A page being made. `touched`: what has become stale since it was begun. */
interface Flight<T> {
  readonly begunAt: Instant
  readonly result: Promise<T>
  readonly touched: Set<Tag>
  /** The first moment that was scheduled since it was begun. */
  foreseen: Instant
}

/** What a press is told, and whom it tells. */
export interface PressDeps {
  /** Bytes; 0 keeps nothing. */
  readonly budget: number
  readonly clock: Clock
  /** The next moment at which what is public changes by itself. */
  readonly nextChange: (now: Instant) => Promise<Instant | null>
  /** A page could not be made, and an old one was shown. */
  readonly onTrouble: (error: unknown, key: string) => void
}

const isMade = <V, O>(result: Made<V> | O): result is Made<V> =>
  typeof result === 'object' && result !== null && 'depends' in result

/**
 * The page cache. Whoever asks for a page that is being made waits for it, unless something has changed since it was
 * begun: then it may be out of date already, is made once more, and the earlier one is not kept.
 */
export class Press<V extends Weighed> {
  readonly #deps: PressDeps
  readonly #kept: KeptPages<V>
  readonly #schedule: Schedule
  /** What may be waited for. */
  readonly #joinable = new Map<string, Flight<unknown>>()
  readonly #flights = new Set<Flight<unknown>>()
  readonly #doubts = new Set<string>()
  #doubtedAt: Instant = 0

  constructor(deps: PressDeps) {
    this.#deps = deps
    this.#kept = new KeptPages(deps.budget)
    this.#schedule = new Schedule(deps.nextChange)
  }

  get isOff(): boolean {
    return this.#deps.budget === 0
  }

  /** Bytes kept. */
  get bytes(): number {
    return this.#kept.bytes
  }

  /** Pages kept. */
  get size(): number {
    return this.#kept.size
  }

  /** The page, if it is kept and true. One look into a map. */
  find(key: string): V | null {
    const kept = this.#kept.get(key)
    if (kept === undefined) return null
    const now = this.#deps.clock.now()
    if (!this.#isFresh(kept, now)) return null
    if (!kept.again || now - kept.touchedAt >= TOUCH_EVERY) this.#kept.touch(kept, now)
    return kept.value
  }

  /**
   * The page: kept, or made now. What `make` gives beside pages (O) is handed on to everybody who waits and never
   * kept. A page that cannot be made, or not soon, is shown as it was, for a while, unless it is known to be wrong.
   */
  async page<O>(
    key: string,
    make: () => Promise<Made<V> | O>,
  ): Promise<{ readonly result: Made<V> | O; readonly how: How }> {
    if (this.isOff) return { result: await make(), how: 'off' }
    const found = this.find(key)
    if (found !== null) return { result: { value: found, depends: [], keep: true }, how: 'hit' }
    const old = this.#old(key)
    // Two callers never differ in what they make of one address.
    const flight = (this.#joinable.get(key) ?? this.#begin(key, make)) as Flight<Made<V> | O>
    if (!old) return { result: await flight.result, how: 'miss' }
    const soon = await this.#soon(flight, key)
    return soon ?? { result: { value: old, depends: [], keep: false }, how: 'old' }
  }

  /** Has grown since it was kept. */
  weigh(key: string): void {
    this.#kept.weigh(key)
  }

  /** Nothing that carries one of these tags, and was begun before now, is shown to anybody who asks from now on. */
  stale(tags: readonly Tag[]): void {
    if (tags.length === 0) return
    if (tags.includes(PIECES) || tags.includes(SITE)) this.#schedule.forget()
    for (const tag of tags) this.#kept.deleteTagged(tag)
    this.#detach(tags)
  }

  /**
   * At this moment what is public will change by itself. Nothing is stale before: that a page was made anew would tell
   * of what nobody may see yet.
   */
  foresee(at: Instant): void {
    this.#schedule.forget()
    for (const kept of this.#kept.values()) kept.deadAt = Math.min(kept.deadAt, at)
    for (const flight of this.#flights) flight.foreseen = Math.min(flight.foreseen, at)
  }

  /** From now on changes made elsewhere may go unheard, for this reason. */
  doubt(reason: string): void {
    if (this.#doubts.size === 0) this.#doubtedAt = this.#deps.clock.now()
    this.#doubts.add(reason)
  }

  /** What was missed for that reason has been heard by now. */
  trust(reason: string): void {
    this.#doubts.delete(reason)
  }

  /** Changes were missed for good: nothing kept is believed. It is shown only where it cannot be made anew. */
  suspect(): void {
    const now = this.#deps.clock.now()
    this.#schedule.forget()
    for (const kept of this.#kept.values()) kept.freshUntil = Math.min(kept.freshUntil, now)
    this.#detach([SITE])
  }

  #isFresh({ freshUntil, deadAt, madeAt }: Kept<V>, now: Instant): boolean {
    if (now >= freshUntil || now >= deadAt || now < madeAt) return false
    return this.#doubts.size === 0 || now - madeAt < DOUBTED_FOR
  }

  #old(key: string): V | null {
    const kept = this.#kept.get(key)
    if (!kept) return null
    const now = this.#deps.clock.now()
    const since = this.#doubts.size === 0 ? kept.freshUntil : Math.min(kept.freshUntil, this.#doubtedAt)
    return now < kept.deadAt && now < since + OLD_FOR ? kept.value : null
  }

  #detach(tags: readonly Tag[]): void {
    for (const { touched } of this.#flights) for (const tag of tags) touched.add(tag)
    this.#joinable.clear()
  }

  #begin<O>(key: string, make: () => Promise<Made<V> | O>): Flight<Made<V> | O> {
    const touched = new Set<Tag>()
    const begunAt = this.#deps.clock.now()
    const work = async (): Promise<Made<V> | O> => {
      const scheduled = await this.#schedule.next(begunAt)
      const result = await make()
      if (isMade<V, O>(result) && result.keep) {
        const deadAt = Math.min(scheduled, flight.foreseen)
        this.#keep(key, result, { begunAt, deadAt, touched })
      }
      // Whatever was kept of this address is not what is there now.
      else this.#kept.delete(key)
      return result
    }
    const result = work().finally(() => this.#end(key, flight))
    const flight: Flight<Made<V> | O> = { begunAt, touched, result, foreseen: Number.POSITIVE_INFINITY }
    this.#flights.add(flight)
    this.#joinable.set(key, flight)
    return flight
  }

  #keep(
    key: string,
    { value, depends, until }: Made<V>,
    { begunAt, deadAt, touched }: Pick<Flight<unknown>, 'begunAt' | 'touched'> & { readonly deadAt: Instant },
  ): void {
    if (touched.has(SITE) || depends.some((tag) => touched.has(tag))) return
    this.#kept.set({
      ...{ key, value, tags: depends },
      ...{ madeAt: begunAt, freshUntil: begunAt + FRESH_FOR },
      deadAt: Math.min(deadAt, until ?? Number.POSITIVE_INFINITY),
    })
  }

  #end(key: string, flight: Flight<unknown>): void {
    this.#flights.delete(flight)
    if (this.#joinable.get(key) === flight) this.#joinable.delete(key)
  }

  /** Null when it takes too long, counted from when it was begun, or fails. */
  async #soon<T>(
    { result, begunAt }: Flight<T>,
    key: string,
  ): Promise<{ readonly result: T; readonly how: How } | null> {
    const made = result.then(
      (value) => ({ result: value, how: 'miss' as const }),
      (error: unknown) => {
        this.#deps.onTrouble(error, key)
        return null
      },
    )
    const waited = this.#deps.clock.now() - begunAt
    const patience = new AbortController()
    const late = pause(Math.max(0, PATIENCE - waited), null, { signal: patience.signal }).catch(() => null)
    const first = await Promise.race([made, late])
    patience.abort()
    return first
  }
}
