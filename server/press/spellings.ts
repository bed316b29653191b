const KNOWN_MAX = 500
/** Longer ones (bytes) are nobody's campaign. */
const LONGEST = 400

/**
 * Addresses as they come, and what they mean: a campaign tag is the same on every link of a mail, and need not be
 * understood a thousand times. What an address means follows from the address alone, so that nothing here grows old.
 */
export class Spellings {
  readonly #known = new Map<string, string>()

  addressOf(url: string): string | undefined {
    return this.#known.get(url)
  }

  learn(url: string, address: string): void {
    if (url === address || url.length > LONGEST) return
    if (this.#known.size >= KNOWN_MAX) this.#known.clear()
    this.#known.set(url, address)
  }
}
