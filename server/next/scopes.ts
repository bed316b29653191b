import { AsyncLocalStorage } from 'node:async_hooks'

/** How long nobody must have been in a scope (ms): what a page leaves behind has ended by then. */
const CALM_MS = 1_000
/** From here on scopes follow nothing (AsyncContextFrame). */
const FREE_FROM = 24

type Storage = Pick<AsyncLocalStorage<unknown>, 'disable'>

/**
 * Up to Node 22 a scope (AsyncLocalStorage) is made of hooks on every promise of the process, from its first use on
 * and for good: a tenth of what a post costs (decision 40). Next opens a dozen for each of its pages, and between
 * them nobody is inside, so that they are put away in a calm moment. The next use takes them up again.
 */
export class Scopes {
  readonly #used = new Set<Storage>()
  #inside = 0
  #timer: NodeJS.Timeout | undefined

  /** Learns of every scope that is used in this process, whoever made it. */
  watch(): void {
    if (Number(process.versions.node.split('.')[0]) >= FREE_FROM) return
    const note = (storage: Storage): void => this.note(storage)
    for (const name of ['run', 'enterWith'] as const) {
      const use: unknown = Reflect.get(AsyncLocalStorage.prototype, name)
      if (typeof use !== 'function') continue
      Reflect.set(AsyncLocalStorage.prototype, name, function (this: Storage, ...given: unknown[]): unknown {
        note(this)
        return Reflect.apply(use, this, given)
      })
    }
  }

  note(storage: Storage): void {
    this.#used.add(storage)
  }

  /** Somebody is inside until both have ended: the work, and what `closed` stands for. */
  async hold(work: Promise<unknown>, closed: Promise<unknown>): Promise<void> {
    this.#inside += 1
    clearTimeout(this.#timer)
    await Promise.allSettled([work, closed])
    this.#inside -= 1
    if (this.#inside === 0) this.#timer = setTimeout(() => this.#putAway(), CALM_MS).unref()
  }

  #putAway(): void {
    for (const storage of this.#used) storage.disable()
    this.#used.clear()
  }
}
