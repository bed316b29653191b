import { WEIGHTS } from './features'
import { logistic } from './logistic'

/** How far a lesson moves a weight at first, and how slowly that ends (FTRL-Proximal, McMahan et al. 2013). */
const ALPHA = 0.25
const BETA = 1
/** Weights below this evidence stay zero: what was seen once tells little. */
const L1 = 0.15
const L2 = 0.6
/** A weight every text has: how much spam there is at all. */
const BIAS = WEIGHTS

/** What a lesson overwrote: putting it back is forgetting the lesson, to the last bit. */
export interface Trace {
  readonly weights: readonly number[]
  readonly gradients: Float64Array
  readonly squares: Float64Array
  readonly spam: boolean
}

/** What a model is, for keeping and comparing. */
export interface ModelState {
  readonly gradients: Float64Array
  readonly squares: Float64Array
  readonly spam: number
  readonly good: number
}

/**
 * Logistic regression, taught one text at a time. A pure function of its lessons in their order: the same lessons give
 * the same weights, bit for bit.
 */
export class Model {
  readonly #gradients: Float64Array
  readonly #squares: Float64Array
  #spam: number
  #good: number

  constructor(state?: ModelState) {
    this.#gradients = state ? state.gradients.slice() : new Float64Array(WEIGHTS + 1)
    this.#squares = state ? state.squares.slice() : new Float64Array(WEIGHTS + 1)
    this.#spam = state?.spam ?? 0
    this.#good = state?.good ?? 0
  }

  get state(): ModelState {
    return { gradients: this.#gradients, squares: this.#squares, spam: this.#spam, good: this.#good }
  }

  /** How much a weight speaks for spam (against it when negative). */
  weight(index: number): number {
    const gradient = this.#gradients[index] ?? 0
    if (Math.abs(gradient) <= L1) return 0
    const sign = gradient < 0 ? -1 : 1
    return -(gradient - sign * L1) / ((BETA + Math.sqrt(this.#squares[index] ?? 0)) / ALPHA + L2)
  }

  /** How likely a text with these weights is spam: 0…1. */
  predict(weights: readonly number[]): number {
    let sum = this.weight(BIAS)
    for (const index of weights) sum += this.weight(index)
    return logistic(sum)
  }

  learn(weights: readonly number[], spam: boolean): Trace {
    const all = [...weights, BIAS]
    const values = all.map((index) => this.weight(index))
    const error = logistic(values.reduce((sum, value) => sum + value, 0)) - (spam ? 1 : 0)
    const trace: Trace = {
      weights: all,
      gradients: Float64Array.from(all, (index) => this.#gradients[index] ?? 0),
      squares: Float64Array.from(all, (index) => this.#squares[index] ?? 0),
      spam,
    }
    all.forEach((index, n) => {
      const square = this.#squares[index] ?? 0
      const next = square + error * error
      const step = (Math.sqrt(next) - Math.sqrt(square)) / ALPHA
      this.#gradients[index] = (this.#gradients[index] ?? 0) + error - step * (values[n] ?? 0)
      this.#squares[index] = next
    })
    this.#count(spam, 1)
    return trace
  }

  /** Forgets the lesson learned last. */
  unlearn({ weights, gradients, squares, spam }: Trace): void {
    weights.forEach((index, n) => {
      this.#gradients[index] = gradients[n] ?? 0
      this.#squares[index] = squares[n] ?? 0
    })
    this.#count(spam, -1)
  }

  #count(spam: boolean, by: number): void {
    if (spam) this.#spam += by
    else this.#good += by
  }
}
