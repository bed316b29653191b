import { answerFacts, factsOf, textOf, type Facts } from '../facts'

/** What the server tells of a thread (server: `GET <path>/live`). */
const EVENTS = ['hello', 'appeared', 'vanished', 'changed', 'recommended', 'active', 'typing', 'reset']
/** Failures in a row after which the stream is given up for asking now and then. */
const TRIES = 3
const RETRY_MS = 2_000
const POLL_MS = 15_000
/** A stream that says nothing is held back by something on its way: the server greets at once. */
const SILENCE_MS = 20_000
/** Polls after which the stream is tried again. */
const POLLS = 20

const jittered = (ms: number): number => ms * (0.75 + Math.random() / 2)

const parsed = (text: unknown): Facts => {
  try {
    return factsOf(JSON.parse(textOf(text)))
  } catch {
    return {}
  }
}

/** The line to the server: a stream where one can be had, polling else. Goes on where it was after each gap. */
export class LiveLine {
  readonly #path: string
  readonly #tell: (name: string, data: Facts) => void
  #isOpen = false
  #source: EventSource | null = null
  #timer: number | undefined
  #failures = 0
  #polls = 0
  /** Id of the last event heard: what came after it is told again. */
  #last = ''

  constructor(path: string, tell: (name: string, data: Facts) => void) {
    this.#path = path
    this.#tell = tell
  }

  open(): void {
    if (this.#isOpen) return
    this.#isOpen = true
    this.#listen()
  }

  close(): void {
    this.#isOpen = false
    this.#hangUp()
  }

  #hangUp(): void {
    window.clearTimeout(this.#timer)
    this.#source?.close()
    this.#source = null
  }

  #after(ms: number, then: () => void): void {
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(then, ms)
  }

  #listen(): void {
    const source = new EventSource(
      `${this.#path}/live${this.#last && `?last=${encodeURIComponent(this.#last)}`}`,
    )
    this.#source = source
    for (const name of EVENTS) {
      source.addEventListener(name, ({ data, lastEventId }: MessageEvent) => {
        window.clearTimeout(this.#timer)
        this.#failures = 0
        if (lastEventId) this.#last = lastEventId
        this.#tell(name, parsed(data))
      })
    }
    source.addEventListener('error', () => this.#failed())
    this.#after(SILENCE_MS, () => this.#failed(TRIES))
  }

  #failed(failures = 1): void {
    this.#failures += failures
    if (this.#failures >= TRIES) {
      this.#hangUp()
      this.#polls = 0
      void this.#poll()
    } else if (this.#source?.readyState === EventSource.CLOSED) {
      this.#hangUp()
      this.#after(jittered(RETRY_MS), () => this.#listen())
    }
    // Else the browser tries again by itself, and says where it was.
    else this.#after(SILENCE_MS, () => this.#failed(TRIES))
  }

  async #poll(): Promise<void> {
    const news = await this.#ask()
    if (!this.#isOpen || this.#source) return
    if (news) this.#hear(news)
    this.#polls += 1
    this.#after(jittered(POLL_MS), () => (this.#polls < POLLS ? void this.#poll() : this.#listen()))
  }

  async #ask(): Promise<Facts | null> {
    try {
      const response = await fetch(`${this.#path}/live.json?since=${encodeURIComponent(this.#last)}`)
      return response.ok ? await answerFacts(response) : null
    } catch {
      return null
    }
  }

  #hear({ last, reset, events, ...here }: Facts): void {
    this.#last = textOf(last)
    this.#tell('hello', here)
    if (reset === true) this.#tell('reset', {})
    for (const event of Array.isArray(events) ? events.map(factsOf) : []) {
      this.#tell(textOf(event.event), factsOf(event.data))
    }
  }
}
