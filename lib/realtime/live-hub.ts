import { type Instant, MINUTE, SECOND } from '../kernel/clock'
import type { Effect } from '../kernel/effect'
import { Announcer } from './announcer'
import { Channel, type ChannelDeps, type Polled } from './channel'
import { Elsewhere } from './elsewhere'
import { PING } from './live-event'
import type { LiveReader } from './live-reader'
import type { NeighbourMessage, Neighbours } from './neighbours'

export interface LiveHubDeps extends Omit<ChannelDeps, 'others'> {
  readonly neighbours: Neighbours
}

const PING_EVERY = 20 * SECOND
const CHECK_EVERY = MINUTE
/** Channels kept for readers who may come back; the one left longest ago goes first. */
const KEPT_CHANNELS = 500

/**
 * What is said to whom: a channel for each piece that somebody reads, effects to their channels, and once a second
 * what is told in sums. Knows streams by `LiveReader` only.
 */
export class LiveHub {
  readonly #deps: ChannelDeps
  readonly #neighbours: Neighbours
  readonly #announcer: Announcer
  readonly #elsewhere = new Elsewhere()
  readonly #channels = new Map<string, Channel>()
  #pingedAt: Instant
  #checkedAt: Instant
  #closed = false

  constructor({ neighbours, ...deps }: LiveHubDeps) {
    this.#deps = { ...deps, others: (articleId) => this.#elsewhere.of(articleId) }
    this.#neighbours = neighbours
    this.#announcer = new Announcer(neighbours)
    this.#pingedAt = this.#checkedAt = deps.clock.now()
    neighbours.hear((message, from) => this.#hearNeighbour(message, from))
  }

  /** Greets the reader and tells them what they missed since the event `last` (null: they come for the first time). */
  async join(articleId: string, reader: LiveReader, last: string | null): Promise<void> {
    if (this.#closed) return reader.close()
    await this.#channel(articleId).join(reader, last)
  }

  leave(articleId: string, reader: LiveReader): void {
    this.#channels.get(articleId)?.leave(reader)
  }

  /** For readers without a stream. They are not counted: nothing tells one of them from ten questions of the same. */
  poll(articleId: string, since: string | null): Promise<Polled> {
    return this.#channel(articleId).poll(since)
  }

  /** Where a mark of this stream could reach anybody: nobody here knows what other instances hold. Null for nowhere. */
  whereIs(stream: string): 'here' | 'perhaps elsewhere' | null {
    if ([...this.#channels.values()].some(({ audience }) => audience.has(stream))) return 'here'
    return this.#elsewhere.anybody ? 'perhaps elsewhere' : null
  }

  /** The reader of this stream types; a stream that is unknown here may be another instance's. */
  type(stream: string): void {
    if (!this.#mark(stream) && this.#elsewhere.anybody) this.#neighbours.tell({ kind: 'typing', stream })
  }

  /** Never throws and never waits: what cannot be looked up becomes a `reset`. */
  hear(effect: Effect): void {
    if ('articleId' in effect) this.#channels.get(effect.articleId)?.hear(effect)
  }

  /** Effects may have been missed. */
  reset(): void {
    for (const channel of this.#channels.values()) channel.reset()
  }

  /** Once a second. */
  tick(): void {
    const now = this.#deps.clock.now()
    this.#elsewhere.age(now)
    for (const channel of this.#channels.values()) channel.tick()
    if (now - this.#pingedAt >= PING_EVERY) {
      this.#pingedAt = now
      for (const { audience } of this.#channels.values()) audience.tell(PING)
    }
    if (now - this.#checkedAt >= CHECK_EVERY) {
      this.#checkedAt = now
      for (const channel of this.#channels.values()) void channel.check()
    }
    this.#sweep(now)
    this.#announce(now)
  }

  /** Ends every stream, for good. */
  close(): void {
    this.#closed = true
    this.end()
  }

  /** Ends every stream; who comes back and is let in begins again. */
  end(): void {
    for (const channel of this.#channels.values()) channel.close()
    this.#channels.clear()
    this.#announce(this.#deps.clock.now())
  }

  /** Resolves when everything heard so far has been told. */
  async settled(): Promise<void> {
    await Promise.all([...this.#channels.values()].map((channel) => channel.settled()))
  }

  #channel(articleId: string): Channel {
    const open = this.#channels.get(articleId)
    if (open && !open.closed) return open
    const channel = new Channel(this.#deps, articleId)
    this.#channels.set(articleId, channel)
    return channel
  }

  #mark(stream: string): boolean {
    const now = this.#deps.clock.now()
    return [...this.#channels.values()].some(({ audience }) => audience.mark(stream, now))
  }

  #hearNeighbour(message: NeighbourMessage, from: string): void {
    if (message.kind === 'typing') this.#mark(message.stream)
    if (message.kind === 'presence') this.#elsewhere.hear(from, message.counts, this.#deps.clock.now())
  }

  #announce(now: Instant): void {
    const counts = [...this.#channels].map(([articleId, { audience }]) => ({
      articleId,
      active: audience.size,
      typing: audience.typing,
    }))
    this.#announcer.announce(
      counts.filter(({ active, typing }) => active > 0 || typing > 0),
      now,
    )
  }

  #sweep(now: Instant): void {
    for (const [articleId, channel] of this.#channels) {
      if (channel.closed || channel.isIdle(now)) this.#channels.delete(articleId)
    }
    const empty = [...this.#channels].filter(([, { audience }]) => audience.size === 0)
    empty.sort(([, a], [, b]) => b.usedAt - a.usedAt)
    for (const [articleId] of empty.slice(KEPT_CHANNELS)) this.#channels.delete(articleId)
  }
}
