/** Twice what a set may hold, so that a look is short. A power of two. */
const SLOTS = 4_096
export const HASHES_MAX = SLOTS / 2
const ROUNDS = 2 ** 32

/** A set of at most `HASHES_MAX` hashes of 32 bits, for use again and again: a new one of the engine's costs more than what it is for. */
export class HashSet {
  readonly #hashes = new Int32Array(SLOTS)
  /** A slot is taken when it holds the number of this round. */
  readonly #taken = new Uint32Array(SLOTS)
  #round = 1

  clear(): void {
    this.#round += 1
    if (this.#round < ROUNDS) return
    this.#taken.fill(0)
    this.#round = 1
  }

  has(hash: number): boolean {
    return this.#taken[this.#slotOf(hash)] === this.#round
  }

  /** False when it was there already. */
  add(hash: number): boolean {
    const slot = this.#slotOf(hash)
    if (this.#taken[slot] === this.#round) return false
    this.#taken[slot] = this.#round
    this.#hashes[slot] = hash
    return true
  }

  /** Where it stands, or would stand. */
  #slotOf(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    while (this.#taken[slot] === this.#round && this.#hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1)
    return slot
  }
}
