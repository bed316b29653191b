import { ACCOUNT_NEWS } from '../accounts/account-news'
import type { Instant } from '../kernel/clock'
import type { AccountLetterStore, DueAccountLetter } from '../notifications/account-letter-store'
import { integer, oneOf, text } from './cells'
import { sql } from './sql'
import type { StoreTools } from './store-tools'

export class SqlAccountLetterStore implements AccountLetterStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async lease(now: Instant, leaseMs: number): Promise<DueAccountLetter | null> {
    const { db } = this.#tools
    const due = sql`FROM "account_letter" WHERE "nextAt" <= ${now}`
    // Asked every second, and hardly ever there: nobody's turn to write is taken for it.
    if ((await db.read(sql`SELECT 1 ${due} LIMIT 1`)).length === 0) return null
    return db.transaction(async (tx) => {
      const [row] = await tx.all(sql`
        SELECT "id", "userId", "what", "createdAt", "attempts" ${due}
        ORDER BY "nextAt", "id" LIMIT 1 ${db.dialect.locks.skip}`)
      if (!row) return null
      const [id, attempts] = [text(row, 'id'), integer(row, 'attempts') + 1]
      await tx.run(sql`
        UPDATE "account_letter" SET "nextAt" = ${now + leaseMs}, "attempts" = ${attempts} WHERE "id" = ${id}`)
      return {
        ...{ id, attempts, userId: text(row, 'userId') },
        ...{ what: oneOf(row, 'what', ACCOUNT_NEWS), createdAt: integer(row, 'createdAt') },
      }
    })
  }

  async postpone(id: string, until: Instant): Promise<void> {
    await this.#tools.db.transaction((tx) =>
      tx.run(sql`UPDATE "account_letter" SET "nextAt" = ${until} WHERE "id" = ${id}`),
    )
  }

  async done(id: string): Promise<void> {
    await this.#tools.db.transaction((tx) => tx.run(sql`DELETE FROM "account_letter" WHERE "id" = ${id}`))
  }
}
