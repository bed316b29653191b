import { type AddressSalts, SALTS_KEPT } from '../accounts/address-salts'
import { text } from './cells'
import { sql } from './sql'
import type { StoreTools } from './store-tools'

export class SqlAddressSalts implements AddressSalts {
  readonly #tools: StoreTools
  /** Asked about at every post, and different once in a period. */
  #known: { readonly period: number; readonly salts: Promise<readonly string[]> } | null = null

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  live(period: number, fresh: () => string): Promise<readonly string[]> {
    if (this.#known?.period === period) return this.#known.salts
    const salts = this.#begin(period, fresh())
    this.#known = { period, salts }
    // What could not be stored is asked for again.
    salts.catch(() => {
      if (this.#known?.salts === salts) this.#known = null
    })
    return salts
  }

  async #begin(period: number, fresh: string): Promise<readonly string[]> {
    const { db, clock } = this.#tools
    const periods = Array.from({ length: SALTS_KEPT + 1 }, (_, back) => period - back)
    const rows = await db.transaction(async (tx) => {
      await tx.run(sql`
        INSERT INTO "address_salt" ("period", "salt", "createdAt") VALUES (${String(period)}, ${fresh}, ${clock.now()})
        ON CONFLICT ("period") DO NOTHING`)
      await tx.run(sql`DELETE FROM "address_salt" WHERE CAST("period" AS INTEGER) < ${period - SALTS_KEPT}`)
      return tx.all(sql`SELECT "period", "salt" FROM "address_salt"`)
    })
    const byPeriod = new Map(rows.map((row) => [Number(text(row, 'period')), text(row, 'salt')]))
    return periods.flatMap((one) => byPeriod.get(one) ?? [])
  }
}
