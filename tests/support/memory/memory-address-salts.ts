import { type AddressSalts, SALTS_KEPT } from '../../../lib/accounts/address-salts'
import type { MemoryTables } from './memory-tables'

export class MemoryAddressSalts implements AddressSalts {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async live(period: number, fresh: () => string): Promise<readonly string[]> {
    const { addressSalts } = this.#tables
    if (!addressSalts.has(period)) addressSalts.set(period, fresh())
    for (const known of addressSalts.keys()) if (known < period - SALTS_KEPT) addressSalts.delete(known)
    return [...addressSalts]
      .filter(([known]) => known <= period)
      .sort(([a], [b]) => b - a)
      .map(([, salt]) => salt)
  }
}
