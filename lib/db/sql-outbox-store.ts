import { type QueuedEffect, type Reach, TOLD_ELSEWHERE } from '../kernel/effect'
import type { Ids } from '../kernel/ids'
import type { Instant } from '../kernel/clock'
import { type LeasedEffect, type OutboxStore, retryDelay } from '../outbox/outbox-store'
import type { Database } from './database'
import { integer, text } from './cells'
import { queueEffects, readLeasedEffect } from './outbox-rows'
import { type Sql, join, sql } from './sql'
import type { StoreTools } from './store-tools'

const ERROR_MAX = 500
const UNREADABLE = 'This version cannot read what is to be done.'

const reaching = (reach: Reach | undefined): Sql => {
  if (reach === undefined) return sql``
  return reach === 'here' ? sql`AND "kind" <> ${TOLD_ELSEWHERE}` : sql`AND "kind" = ${TOLD_ELSEWHERE}`
}

export class SqlOutboxStore implements OutboxStore {
  readonly #db: Database
  readonly #ids: Ids

  constructor({ db, ids }: Pick<StoreTools, 'db' | 'ids'>) {
    this.#db = db
    this.#ids = ids
  }

  async queue(effects: readonly QueuedEffect[], now: Instant): Promise<void> {
    await this.#db.transaction((tx) => queueEffects(tx, effects, this.#ids, now))
  }

  async lease(now: Instant, limit: number, leaseMs: number, reach?: Reach): Promise<readonly LeasedEffect[]> {
    const rows = await this.#db.transaction((tx) =>
      tx.all(sql`
        UPDATE "outbox" SET "leasedUntil" = ${now + leaseMs}, "attempts" = "attempts" + 1
        WHERE "id" IN (
          SELECT "id" FROM "outbox"
          WHERE "doneAt" IS NULL AND "availableAt" <= ${now} AND ("leasedUntil" IS NULL OR "leasedUntil" <= ${now})
            ${reaching(reach)}
          ORDER BY "id" LIMIT ${limit} ${this.#db.dialect.locks.skip})
        RETURNING "id", "key", "kind", "payload", "createdAt", "attempts"`),
    )
    const leased: LeasedEffect[] = []
    for (const row of rows) {
      try {
        leased.push(readLeasedEffect(row))
      } catch {
        // It fails by itself: the others are not to wait for a row of a newer version, or a damaged one.
        await this.fail(text(row, 'id'), UNREADABLE, now)
      }
    }
    // RETURNING promises no order.
    return leased.sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async done(effectIds: readonly string[], now: Instant): Promise<void> {
    if (effectIds.length === 0) return
    await this.#db.transaction((tx) =>
      tx.run(sql`
        UPDATE "outbox" SET "doneAt" = ${now}, "leasedUntil" = NULL
        WHERE "id" IN (${join([...effectIds])}) AND "doneAt" IS NULL`),
    )
  }

  async fail(effectId: string, error: string, now: Instant): Promise<void> {
    await this.#db.transaction(async (tx) => {
      const [row] = await tx.all(sql`SELECT "attempts" FROM "outbox" WHERE "id" = ${effectId}`)
      if (!row) return
      const availableAt = now + retryDelay(integer(row, 'attempts'))
      await tx.run(sql`
        UPDATE "outbox" SET "availableAt" = ${availableAt}, "leasedUntil" = NULL, "lastError" = ${error.slice(0, ERROR_MAX)}
        WHERE "id" = ${effectId} AND "doneAt" IS NULL`)
    })
  }

  async prune(before: Instant): Promise<number> {
    return this.#db.transaction((tx) => tx.run(sql`DELETE FROM "outbox" WHERE "doneAt" < ${before}`))
  }
}
