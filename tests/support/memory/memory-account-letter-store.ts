import type { Instant } from '../../../lib/kernel/clock'
import type { AccountLetterStore, DueAccountLetter } from '../../../lib/notifications/account-letter-store'
import type { MemoryTables } from './memory-tables'

export class MemoryAccountLetterStore implements AccountLetterStore {
  readonly #letters: MemoryTables['accountLetters']

  constructor({ accountLetters }: MemoryTables) {
    this.#letters = accountLetters
  }

  async lease(now: Instant, leaseMs: number): Promise<DueAccountLetter | null> {
    const [due] = [...this.#letters.values()]
      .filter(({ nextAt }) => nextAt <= now)
      .toSorted((a, b) => a.nextAt - b.nextAt || (a.id < b.id ? -1 : 1))
    if (!due) return null
    const { nextAt: _, ...letter } = { ...due, attempts: due.attempts + 1 }
    this.#letters.set(due.id, { ...letter, nextAt: now + leaseMs })
    return letter
  }

  async postpone(id: string, until: Instant): Promise<void> {
    const found = this.#letters.get(id)
    if (found) this.#letters.set(id, { ...found, nextAt: until })
  }

  async done(id: string): Promise<void> {
    this.#letters.delete(id)
  }
}
