/** How many streams each address block holds. */
export class StreamSlots {
  readonly #taken = new Map<string, number>()
  readonly #each: number

  /** @param each most streams of one address block; Infinity for no limit */
  constructor(each: number) {
    this.#each = each
  }

  /** False when this address block has as many as it may. */
  take(addressBlock: string): boolean {
    const taken = this.#taken.get(addressBlock) ?? 0
    if (taken >= this.#each) return false
    this.#taken.set(addressBlock, taken + 1)
    return true
  }

  giveBack(addressBlock: string): void {
    const taken = (this.#taken.get(addressBlock) ?? 0) - 1
    if (taken > 0) this.#taken.set(addressBlock, taken)
    else this.#taken.delete(addressBlock)
  }
}
