import type { SecondStep, SecondStepStore } from '../accounts/second-step/second-step-store'
import type { UsedOnce } from '../accounts/used-once'
import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import { integer, integerOrNull, text, textOrNull } from './cells'
import { endSessions } from './end-sessions'
import { join, sql } from './sql'
import { type StoreTools, leaveTraces } from './store-tools'
import { useOnce } from './use-once'

export class SqlSecondStepStore implements SecondStepStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async find(userId: string): Promise<SecondStep | null> {
    const [row] = await this.#tools.db.read(sql`
      SELECT "userId", "sealed", "createdAt", "begunBy", "confirmedAt" FROM "second_step" WHERE "userId" = ${userId}`)
    if (!row) return null
    return {
      userId: text(row, 'userId'),
      sealed: text(row, 'sealed'),
      createdAt: integer(row, 'createdAt'),
      begunBy: textOrNull(row, 'begunBy'),
      confirmedAt: integerOrNull(row, 'confirmedAt'),
    }
  }

  async begin({
    userId,
    sealed,
    begunBy,
    createdAt,
  }: Parameters<SecondStepStore['begin']>[0]): Promise<boolean> {
    const written = await this.#tools.db.transaction((tx) =>
      tx.run(sql`
        INSERT INTO "second_step" ("userId", "sealed", "begunBy", "createdAt")
        VALUES (${userId}, ${sealed}, ${begunBy}, ${createdAt})
        ON CONFLICT ("userId") DO UPDATE
          SET "sealed" = excluded."sealed", "begunBy" = excluded."begunBy", "createdAt" = excluded."createdAt"
        WHERE "second_step"."confirmedAt" IS NULL`),
    )
    return written > 0
  }

  async confirm(
    { userId, sealed }: Parameters<SecondStepStore['confirm']>[0],
    { step, codes, at, here }: Parameters<SecondStepStore['confirm']>[1],
    audit: AuditEntry,
  ): Promise<boolean> {
    return this.#tools.db.transaction(async (tx) => {
      const confirmed = await tx.run(sql`
        UPDATE "second_step" SET "confirmedAt" = ${at}, "lastStep" = ${step}
        WHERE "userId" = ${userId} AND "sealed" = ${sealed} AND "confirmedAt" IS NULL`)
      if (confirmed === 0) return false
      const rows = codes.map((hash) => sql`(${hash}, ${userId}, ${at})`)
      await tx.run(sql`INSERT INTO "recovery_code" ("hash", "userId", "createdAt") VALUES ${join(rows)}`)
      await endSessions(tx, userId, at, here)
      await leaveTraces(tx, this.#tools, { audit })
      return true
    })
  }

  async useStep(userId: string, step: number): Promise<boolean> {
    const used = await this.#tools.db.transaction((tx) =>
      tx.run(sql`
        UPDATE "second_step" SET "lastStep" = ${step}
        WHERE "userId" = ${userId} AND "confirmedAt" IS NOT NULL AND "lastStep" < ${step}`),
    )
    return used > 0
  }

  async useRecoveryCode(userId: string, hash: string, at: Instant, audit: AuditEntry): Promise<boolean> {
    return this.#tools.db.transaction(async (tx) => {
      const used = await tx.run(sql`
        UPDATE "recovery_code" SET "usedAt" = ${at}
        WHERE "hash" = ${hash} AND "userId" = ${userId} AND "usedAt" IS NULL`)
      if (used > 0) await leaveTraces(tx, this.#tools, { audit })
      return used > 0
    })
  }

  useTicket(ticket: UsedOnce): Promise<boolean> {
    return this.#tools.db.transaction((tx) => useOnce(tx, 'sign-in-ticket', ticket))
  }

  async recoveryCodesLeft(userId: string): Promise<number> {
    const [row] = await this.#tools.db.read(sql`
      SELECT count(*) AS "n" FROM "recovery_code" WHERE "userId" = ${userId} AND "usedAt" IS NULL`)
    return row ? integer(row, 'n') : 0
  }

  async remove(userId: string, at: Instant, audit: AuditEntry): Promise<boolean> {
    return this.#tools.db.transaction(async (tx) => {
      const removed = await tx.run(sql`DELETE FROM "second_step" WHERE "userId" = ${userId}`)
      if (removed === 0) return false
      await tx.run(sql`DELETE FROM "recovery_code" WHERE "userId" = ${userId}`)
      await endSessions(tx, userId, at)
      await leaveTraces(tx, this.#tools, { audit })
      return true
    })
  }
}
