import { type Clock, type Instant, MINUTE, SECOND } from '../../kernel/clock'
import type { Effect } from '../../kernel/effect'
import type { Log } from '../../kernel/log'
import type { QueueReader } from '../../moderation/queue-reader'
import { PING, wireBytes } from '../live-event'
import type { LiveReader } from '../live-reader'
import type { NeighbourMessage, Neighbours } from '../neighbours'
import { ClaimBook, type Moderator } from './claim-book'
import { DeskAnnouncer } from './desk-announcer'
import type { DeskEvent } from './desk-event'
import { RecentChanges } from './recent-changes'

export interface DeskHubDeps {
  readonly queueReader: Pick<QueueReader, 'counts' | 'now'>
  readonly clock: Clock
  readonly log: Log
  readonly neighbours: Neighbours
}

/** An open desk: whose it is, and whether they may still see it. */
export interface DeskReader extends LiveReader {
  readonly who: Moderator
  /** Asks anew whether they are a moderator. */
  stillMay(): Promise<boolean>
}

const deskEventBytes = ({ event, data }: DeskEvent): Buffer => wireBytes(event, data)

const PING_EVERY = 20 * SECOND
/** Security: whoever is no moderator any more hears nothing soon after. */
const CHECK_EVERY = MINUTE
/** Effects that change what a desk shows. */
const MOVING: ReadonlySet<Effect['kind']> = new Set([
  'comment.changed',
  'comment.submitted',
  'comment.reported',
])
/** Changes told one by one; of more, desks ask for their page again. */
const TOLD_AT_ONCE = 300

/** What moderators at work are told of each other: who is here, what is in whose hand, what was decided. */
export class DeskHub {
  readonly #deps: DeskHubDeps
  readonly #book = new ClaimBook()
  readonly #readers = new Map<string, DeskReader>()
  readonly #recent: RecentChanges
  readonly #announcer: DeskAnnouncer
  readonly #changed = new Set<string>()
  #told = ''
  #work: Promise<void> = Promise.resolve()
  #pingedAt: Instant
  #checkedAt: Instant

  constructor(deps: DeskHubDeps) {
    this.#deps = deps
    this.#pingedAt = this.#checkedAt = deps.clock.now()
    this.#recent = new RecentChanges(this.#now)
    this.#announcer = new DeskAnnouncer(deps.neighbours)
    deps.neighbours.hear((message, from) => this.#hearNeighbour(message, from))
  }

  /** Greets a desk whose page was made at `since`, and tells what has changed on it meanwhile. */
  join(reader: DeskReader, since: Instant): Promise<void> {
    return this.#do(async () => {
      const counts = await this.#deps.queueReader.counts()
      if (reader.gone) return
      this.#readers.set(reader.id, reader)
      this.#book.enter(reader.id, reader.who)
      const { people } = this.#book
      const hello = { stream: reader.id, me: reader.who.userId, counts, people }
      const missed = this.#recent.since(since)
      reader.send(deskEventBytes({ event: 'hello', data: hello }))
      if (missed === null) reader.send(deskEventBytes({ event: 'reset', data: {} }))
      else if (missed.length > 0)
        reader.send(deskEventBytes({ event: 'changed', data: { comments: missed, counts } }))
      this.#sayWhoIsHere()
    })
  }

  leave(reader: DeskReader): void {
    this.#readers.delete(reader.id)
    this.#book.leave(reader.id)
    this.#book.age(this.#now)
    this.#sayWhoIsHere()
  }

  /** The cards this window has in hand from now on: those of them that nobody else has. */
  hold(stream: string, who: Moderator, commentIds: readonly string[]): void {
    if (this.#book.hold(stream, who, commentIds, this.#now)) this.#sayWhoIsHere()
  }

  /** Who has a comment in hand, as far as is known here. */
  holder(commentId: string): Moderator | null {
    return this.#book.holder(commentId)
  }

  /** Never throws and never waits. */
  hear(effect: Effect): void {
    if (!MOVING.has(effect.kind) || !('commentId' in effect)) return
    if (this.#readers.size === 0) return this.#recent.forget(this.#now)
    this.#changed.add(effect.commentId)
    void this.#do(() => this.#tellChanges())
  }

  /** Effects may have been missed. */
  reset(): void {
    this.#recent.forget(this.#now)
    this.#tell({ event: 'reset', data: {} })
  }

  /** Once a second. */
  tick(): void {
    const now = this.#now
    this.#book.age(now)
    this.#sayWhoIsHere()
    if (now - this.#pingedAt >= PING_EVERY) {
      this.#pingedAt = now
      for (const reader of this.#readers.values()) reader.send(PING)
    }
    if (now - this.#checkedAt < CHECK_EVERY) return
    this.#checkedAt = now
    for (const reader of this.#readers.values()) void this.#check(reader)
  }

  close(): void {
    for (const reader of this.#readers.values()) reader.close()
    this.#readers.clear()
  }

  /** Resolves when everything heard so far has been told. */
  settled(): Promise<void> {
    return this.#work
  }

  get #now(): Instant {
    return this.#deps.clock.now()
  }

  async #check(reader: DeskReader): Promise<void> {
    try {
      if (await reader.stillMay()) return
    } catch (error) {
      this.#deps.log.warn({ error: String(error) }, 'A desk is closed: nobody could say whose it is')
    }
    reader.close()
  }

  /** All that has gathered at once: while one batch is looked up, the next gathers. */
  async #tellChanges(): Promise<void> {
    const ids = [...this.#changed]
    this.#changed.clear()
    if (ids.length === 0) return
    const { queueReader } = this.#deps
    if (ids.length > TOLD_AT_ONCE) {
      this.#recent.forget(this.#now)
      this.#tell({ event: 'changed', data: { comments: [], counts: await queueReader.counts() } })
      return this.#tell({ event: 'reset', data: {} })
    }
    const [comments, counts] = await Promise.all([queueReader.now(ids), queueReader.counts()])
    this.#recent.add(comments, this.#now)
    this.#tell({ event: 'changed', data: { comments, counts } })
  }

  #tell(event: DeskEvent): void {
    const bytes = deskEventBytes(event)
    for (const reader of this.#readers.values()) reader.send(bytes)
  }

  #sayWhoIsHere(): void {
    this.#announcer.announce(this.#book.here, this.#now)
    const { people } = this.#book
    const text = JSON.stringify(people)
    if (text === this.#told) return
    this.#told = text
    this.#tell({ event: 'here', data: { people } })
  }

  #hearNeighbour(message: NeighbourMessage, from: string): void {
    if (message.kind !== 'desk') return
    this.#book.hear(from, message.people, message.left, this.#now)
    this.#sayWhoIsHere()
  }

  #do(job: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(job).catch((error: unknown) => {
      this.#deps.log.warn({ error: String(error) }, 'Desks are told to ask for their page again')
      this.reset()
    })
    return this.#work
  }
}
