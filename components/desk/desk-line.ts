import type { Colleague, DeskCounts, DeskFactsLive } from '@/lib/realtime/desk/desk-event'
import type { CommentNow } from '@/lib/moderation/queue-reader'

/** What an open desk does with what it is told. */
export interface DeskListener {
  /** The line is open; `me` is who listens, by user id. */
  onHello(me: string): void
  onHere(people: readonly Colleague[]): void
  onChanged(comments: readonly CommentNow[], counts: DeskCounts): void
  /** What is shown cannot be trusted any more. */
  onReset(): void
}

/**
 * The line to the other moderators. Closed while the window is out of sight (a browser has six connections for a
 * site); whatever happened meanwhile is caught up with by the moment it was heard of last.
 */
export class DeskLine {
  readonly #listener: DeskListener
  #source: EventSource | null = null
  #stream: string | null = null
  #inHand: readonly string[] = []
  /** One at a time: two on their way at once could arrive in either order. */
  #isTelling = false
  #isTold = true
  /** When something was heard last, by the server's clock (milliseconds). */
  #heardAt: number
  readonly #ahead: number

  /** @param seenAt when the page was made (milliseconds) */
  constructor(listener: DeskListener, seenAt: number) {
    this.#listener = listener
    this.#heardAt = seenAt
    this.#ahead = seenAt - performance.now()
  }

  open(): void {
    if (this.#source || document.hidden) return
    const source = new EventSource(`/desk/live?since=${Math.round(this.#heardAt)}`)
    const on = <E extends keyof DeskFactsLive>(event: E, work: (facts: DeskFactsLive[E]) => void): void => {
      source.addEventListener(event, ({ data }: MessageEvent<string>) => {
        this.#heardAt = this.#ahead + performance.now()
        work(JSON.parse(data) as DeskFactsLive[E])
      })
    }
    on('hello', ({ stream, me, counts, people }) => {
      this.#stream = stream
      // Another line after the first one broke: it knows of nothing that is in hand.
      if (this.#inHand.length > 0) this.hold(this.#inHand)
      this.#listener.onHello(me)
      this.#listener.onHere(people)
      this.#listener.onChanged([], counts)
    })
    on('here', ({ people }) => this.#listener.onHere(people))
    on('changed', ({ comments, counts }) => this.#listener.onChanged(comments, counts))
    on('reset', () => this.#listener.onReset())
    this.#source = source
  }

  close(): void {
    this.#source?.close()
    this.#source = null
  }

  /** Opens or closes with the window. */
  follow(): void {
    if (document.hidden) this.close()
    else this.open()
  }

  /** Takes these cards in hand, and lets go of all others. Nothing depends on it: it is told again and again. */
  hold(commentIds: readonly string[]): void {
    this.#inHand = commentIds
    this.#isTold = false
    if (!this.#isTelling) void this.#tell()
  }

  /** Lets go of all, at once: the window closes. */
  letGo(): void {
    this.#inHand = []
    this.#isTold = true
    void this.#post()
  }

  async #tell(): Promise<void> {
    this.#isTelling = true
    while (!this.#isTold && this.#stream !== null) {
      this.#isTold = true
      await this.#post()
    }
    this.#isTelling = false
  }

  async #post(): Promise<void> {
    if (this.#stream === null) return
    const body = new URLSearchParams({ stream: this.#stream, cards: this.#inHand.join(',') })
    await fetch('/desk/claims', { method: 'POST', body, keepalive: true }).catch(() => {})
  }
}
