import type { Clock, Instant } from '../kernel/clock'
import type { Effect } from '../kernel/effect'
import type { Ids } from '../kernel/ids'
import type { Log } from '../kernel/log'
import { Audience, type Others } from './audience'
import { EventLog, KEPT_FOR } from './event-log'
import { type Replayable, eventBytes } from './live-event'
import type { LiveReader } from './live-reader'
import { type NewsDeps, isPublic, newsOf, recommendsOf } from './news-of'

export interface ChannelDeps extends NewsDeps {
  readonly clock: Clock
  readonly ids: Pick<Ids, 'random'>
  readonly log: Log
  /** Who reads and types this piece at the other instances. */
  others(articleId: string): Others
}

/** The same news for a reader who polls. `reset`: what was missed cannot be told; the thread must be fetched again. */
export interface Polled {
  /** What to ask with the next time. */
  readonly last: string
  readonly count: number
  readonly active: number
  readonly typing: number
  readonly reset: boolean
  readonly events: readonly {
    readonly id: string
    readonly event: Replayable['event']
    readonly data: Replayable['data']
  }[]
}

const newLog = ({ ids }: Pick<ChannelDeps, 'ids'>): EventLog => new EventLog(ids.random().slice(-12))

/**
 * Everything live about one piece. What it is asked to do is done one by one, so that a greeting and an event never
 * pass each other: the count in a greeting is the one before the next event.
 */
export class Channel {
  readonly audience = new Audience()
  readonly #articleId: string
  readonly #deps: ChannelDeps
  readonly #recommended = new Set<string>()
  #log: EventLog
  #count: number | null = null
  #work: Promise<void> = Promise.resolve()
  #usedAt: Instant
  #closed = false

  constructor(deps: ChannelDeps, articleId: string) {
    this.#deps = deps
    this.#articleId = articleId
    this.#log = newLog(deps)
    this.#usedAt = deps.clock.now()
  }

  /** Nobody reads it, and nobody has for so long that what it keeps is too old to be asked for. */
  isIdle(now: Instant): boolean {
    return this.audience.size === 0 && this.#usedAt <= now - KEPT_FOR
  }

  get usedAt(): Instant {
    return this.#usedAt
  }

  /** Greets a reader, tells what they missed since the event `last`, and from then on everything. */
  join(reader: LiveReader, last: string | null): Promise<void> {
    this.#use()
    return this.#do(async () => {
      const count = await this.#counted()
      if (reader.gone) return
      if (this.#closed) return reader.close()
      this.audience.add(reader, this.#others)
      const missed = last === null ? [] : this.#log.since(last)
      // The id of a greeting is where its reader stands: what follows has ids of its own.
      const from = missed && last !== null ? last : this.#log.last
      const hello = { stream: reader.id, count, ...this.audience.facts(this.#others) }
      const greeting = eventBytes({ event: 'hello', data: hello }, from)
      const rest = missed
        ? missed.map(({ bytes }) => bytes)
        : [eventBytes({ event: 'reset', data: {} }, from)]
      reader.send(Buffer.concat([greeting, ...rest]))
    })
  }

  leave(reader: LiveReader): void {
    this.#use()
    this.audience.remove(reader)
  }

  poll(since: string | null): Promise<Polled> {
    this.#use()
    return this.#do(async () => {
      const count = await this.#counted()
      const missed = since === null ? [] : this.#log.since(since)
      const events = (missed ?? []).map(({ id, news: { event, data } }) => ({ id, event, data }))
      const { active, typing } = this.audience.facts(this.#others)
      return { last: this.#log.last, count, active, typing, reset: missed === null, events }
    })
  }

  hear(effect: Effect): void {
    if (effect.kind === 'comment.recommended') this.#recommended.add(effect.commentId)
    if (effect.kind === 'article.changed') void this.check()
    if (effect.kind !== 'comment.changed') return
    this.#count = null
    if (effect.sight === 'none') return
    void this.#do(async () => {
      this.#say(await newsOf(this.#deps, effect, this.#now))
    })
  }

  /** Ends every stream when the piece is not public any more. */
  check(): Promise<void> {
    return this.#do(async () => {
      if (!(await isPublic(this.#deps, this.#articleId, this.#now))) this.close()
    })
  }

  /** Once a second: what is told in sums. */
  tick(): void {
    this.audience.update(this.#now, this.#others)
    this.#log.age(this.#now)
    const recommended = [...this.#recommended]
    this.#recommended.clear()
    for (const commentId of recommended) {
      void this.#do(async () => this.#say(await recommendsOf(this.#deps, commentId, this.#now)))
    }
  }

  /** Something was missed: nobody's page can be trusted to be up to date. */
  reset(): void {
    this.#log = newLog(this.#deps)
    this.#count = null
    this.audience.tell(eventBytes({ event: 'reset', data: {} }, this.#log.last))
  }

  close(): void {
    this.#closed = true
    this.audience.close()
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Resolves when everything it was asked so far is done. */
  settled(): Promise<void> {
    return this.#work
  }

  get #now(): Instant {
    return this.#deps.clock.now()
  }

  get #others(): Others {
    return this.#deps.others(this.#articleId)
  }

  #use(): void {
    this.#usedAt = this.#now
  }

  #say(news: Replayable | null): void {
    if (!news || this.#closed) return
    if ('count' in news.data) this.#count = news.data.count
    this.audience.tell(this.#log.add(news, this.#now).bytes)
  }

  /** Asked once for all who come until the next change. */
  async #counted(): Promise<number> {
    this.#count ??= await this.#deps.threadReader.count(this.#articleId, this.#now)
    return this.#count
  }

  #do<T>(job: () => Promise<T>): Promise<T> {
    const done = this.#work.then(job)
    this.#work = done.then(
      () => undefined,
      (error: unknown) => {
        this.#deps.log.warn({ error: String(error) }, 'Live readers are told to fetch the thread again')
        this.reset()
      },
    )
    return done
  }
}
