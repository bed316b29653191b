import type { Instant } from '../kernel/clock'
import { type LiveEvent, eventBytes } from './live-event'
import type { LiveReader } from './live-reader'
import { Typists } from './typists'

/** How many read and type beyond this process. */
export interface Others {
  readonly active: number
  readonly typing: number
}

interface Typing {
  readonly total: number
  readonly here: ReadonlySet<string>
}

const NOBODY: Typing = { total: 0, here: new Set() }

/** The streams open on one piece, and what they were told of each other. */
export class Audience {
  readonly #readers = new Map<string, LiveReader>()
  readonly #typists = new Typists()
  #active = 0
  #typing = NOBODY

  get size(): number {
    return this.#readers.size
  }

  /** How many of its readers type, as far as marks tell. */
  get typing(): number {
    return this.#typists.size
  }

  add(reader: LiveReader, others: Others): void {
    this.#readers.set(reader.id, reader)
    // Whoever is alone was told so by the greeting.
    if (this.#readers.size === 1) this.#active = 1 + others.active
  }

  remove(reader: LiveReader): void {
    this.#readers.delete(reader.id)
  }

  has(stream: string): boolean {
    return this.#readers.has(stream)
  }

  tell(bytes: Uint8Array): void {
    for (const reader of this.#readers.values()) reader.send(bytes)
  }

  /** False when the stream is none of these. */
  mark(stream: string, now: Instant): boolean {
    if (!this.#readers.has(stream)) return false
    this.#typists.mark(stream, now)
    return true
  }

  /** What a newcomer, who does not type, is greeted with: what the others were told last. */
  facts(others: Others): Others {
    const active = this.#readers.size + others.active
    return { active, typing: active > 1 ? this.#typing.total : 0 }
  }

  /** Says what has changed since it was said last. Called once a second, so that nothing is said more often. */
  update(now: Instant, others: Others): void {
    const active = this.#readers.size + others.active
    if (active !== this.#active) {
      this.#active = active
      this.#say({ event: 'active', data: { active } })
    }
    this.#typists.age(now)
    const here = this.#typists.streams
    // Nobody else is there: a mark may be left of an earlier stream of theirs.
    this.#sayTyping(active > 1 ? { total: here.size + others.typing, here } : NOBODY)
  }

  close(): void {
    for (const reader of this.#readers.values()) reader.close()
    this.#readers.clear()
  }

  #say(event: LiveEvent): void {
    this.tell(eventBytes(event))
  }

  /** Each reader is told of the others: whoever types is not counted for themselves. Two texts serve everybody. */
  #sayTyping(now: Typing): void {
    const before = this.#typing
    const same = now.total === before.total && [...now.here].every((stream) => before.here.has(stream))
    if (same && now.here.size === before.here.size) return
    this.#typing = now
    const text = (typing: number): Buffer => eventBytes({ event: 'typing', data: { typing } })
    const [forReaders, forTypists] = [text(now.total), text(now.total - 1)]
    for (const [stream, reader] of this.#readers) {
      const types = now.here.has(stream)
      const told = before.total - Number(before.here.has(stream))
      if (told !== now.total - Number(types)) reader.send(types ? forTypists : forReaders)
    }
  }
}
