/** First come, first served. */
export class Mutex {
  #last: Promise<void> = Promise.resolve()

  /** Resolves when it is the caller's turn, with the function that ends the turn. */
  async acquire(): Promise<() => void> {
    let release = (): void => {}
    const turn = new Promise<void>((resolve) => (release = resolve))
    const before = this.#last
    this.#last = before.then(() => turn)
    await before
    return release
  }
}
