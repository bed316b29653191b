interface Patience {
  /** It is calm when nothing more has come for so long. */
  readonly calmMs: number
  /** And nothing waits longer than this, calm or not. */
  readonly longestMs: number
}

/** Gathers what can wait, and hands it on together in a calm moment. */
export class Calm<T> {
  readonly #handOn: (gathered: readonly T[]) => void
  readonly #patience: Patience
  #gathered: T[] = []
  #first = 0
  #last = 0
  #timer: NodeJS.Timeout | undefined

  constructor(handOn: (gathered: readonly T[]) => void, patience: Patience) {
    this.#handOn = handOn
    this.#patience = patience
  }

  add(one: T): void {
    this.#last = performance.now()
    if (this.#gathered.push(one) > 1) return
    this.#first = this.#last
    this.#lookAgain(this.#patience.calmMs)
  }

  /** What was gathered is let go. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#gathered = []
  }

  #lookAgain(afterMs: number): void {
    this.#timer = setTimeout(() => this.#look(), afterMs).unref()
  }

  #look(): void {
    const { calmMs, longestMs } = this.#patience
    const left = Math.min(this.#last + calmMs, this.#first + longestMs) - performance.now()
    if (left > 0) return this.#lookAgain(left)
    const gathered = this.#gathered
    this.#gathered = []
    this.#handOn(gathered)
  }
}
