import { MEASURE_KINDS, type Measure, TARGET_KINDS } from '../accounts/measure'
import type { MeasureStore, NewAct } from '../accounts/measure-store'
import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import { writeAudit } from './audit-rows'
import { integer, integerOrNull, oneOf, text, textOrNull } from './cells'
import { type Row, type Sql, join, sql } from './sql'
import type { StoreTools } from './store-tools'

const ABOUT_MAX = 200

const COLUMNS = sql`"id", "actId", "kind", "targetKind", "targetKey", "personKey", "reason", "note", "createdBy",
  "createdAt", "expiresAt", "liftedAt", "liftedBy", "readAt"`

export class SqlMeasureStore implements MeasureStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async standing(targetKeys: readonly string[], at: Instant): Promise<readonly Measure[]> {
    if (!(await this.#mayStand())) return []
    // The literal is that of the partial index. Asked with every comment, and mostly nothing: sorted here, not there.
    const rows = await this.#tools.db.read(sql`
      SELECT ${COLUMNS} FROM "measure" WHERE "targetKey" IN (${join([...targetKeys])}) AND "liftedAt" IS NULL
        AND ("expiresAt" IS NULL OR "expiresAt" > ${at})`)
    return rows.map(readMeasure).sort(newestFirst).slice(0, ABOUT_MAX)
  }

  async take({ measures, signsOut, audit }: NewAct): Promise<void> {
    const { db, ids, clock } = this.#tools
    await db.transaction(async (tx) => {
      for (const measure of measures) await tx.run(insert(measure))
      if (signsOut !== null) {
        await tx.run(sql`
          UPDATE "session" SET "revokedAt" = ${clock.now()} WHERE "userId" = ${signsOut} AND "revokedAt" IS NULL`)
      }
      await writeAudit(tx, audit, ids, clock.now())
    })
  }

  async lift(actId: string, by: string, at: Instant, audit: AuditEntry): Promise<boolean> {
    const { db, ids, clock } = this.#tools
    return db.transaction(async (tx) => {
      const lifted = await tx.run(sql`
        UPDATE "measure" SET "liftedAt" = ${at}, "liftedBy" = ${by} WHERE "actId" = ${actId} AND "liftedAt" IS NULL`)
      if (lifted === 0) return false
      await writeAudit(tx, audit, ids, clock.now())
      return true
    })
  }

  async act(actId: string): Promise<readonly Measure[]> {
    return this.#where(sql`"actId" = ${actId}`)
  }

  async about(personKey: string): Promise<readonly Measure[]> {
    return this.#where(sql`"personKey" = ${personKey}`)
  }

  async markRead(personKey: string, at: Instant): Promise<number> {
    return this.#tools.db.transaction((tx) =>
      tx.run(sql`
        UPDATE "measure" SET "readAt" = ${at}
        WHERE "targetKey" = ${personKey} AND "kind" = 'warn' AND "liftedAt" IS NULL AND "readAt" IS NULL`),
    )
  }

  async decisionsOf(actId: string): Promise<readonly string[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT "decisionId" FROM "measure_decision" WHERE "actId" = ${actId} ORDER BY "decisionId"`)
    return rows.map((row) => text(row, 'decisionId'))
  }

  async keepDecision(actId: string, decisionId: string): Promise<void> {
    await this.#tools.db.transaction((tx) =>
      tx.run(sql`INSERT INTO "measure_decision" ("actId", "decisionId") VALUES (${actId}, ${decisionId})`),
    )
  }

  /** Most houses have none, and SQLite remembers that; PostgreSQL would be asked twice. */
  async #mayStand(): Promise<boolean> {
    const { db } = this.#tools
    if (db.provider !== 'sqlite') return true
    const [row] = await db.readSteady(
      'measure',
      'any',
      () => sql`SELECT EXISTS (SELECT 1 FROM "measure" WHERE "liftedAt" IS NULL) AS "any"`,
    )
    return row === undefined || integer(row, 'any') === 1
  }

  async #where(condition: Sql): Promise<readonly Measure[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT ${COLUMNS} FROM "measure" WHERE ${condition} ORDER BY "createdAt" DESC, "id" DESC LIMIT ${ABOUT_MAX}`)
    return rows.map(readMeasure)
  }
}

const newestFirst = (a: Measure, b: Measure): number => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)

const insert = (m: Measure): Sql => sql`
  INSERT INTO "measure" (${COLUMNS})
  VALUES (${m.id}, ${m.actId}, ${m.kind}, ${m.targetKind}, ${m.targetKey}, ${m.personKey}, ${m.reason}, ${m.note},
    ${m.createdBy}, ${m.createdAt}, ${m.expiresAt}, ${m.liftedAt}, ${m.liftedBy}, ${m.readAt})`

const readMeasure = (row: Row): Measure => ({
  id: text(row, 'id'),
  actId: textOrNull(row, 'actId') ?? '',
  kind: oneOf(row, 'kind', MEASURE_KINDS),
  targetKind: oneOf(row, 'targetKind', TARGET_KINDS),
  targetKey: text(row, 'targetKey'),
  personKey: textOrNull(row, 'personKey') ?? '',
  reason: text(row, 'reason'),
  note: textOrNull(row, 'note') ?? '',
  createdBy: text(row, 'createdBy'),
  createdAt: integer(row, 'createdAt'),
  expiresAt: integerOrNull(row, 'expiresAt'),
  liftedAt: integerOrNull(row, 'liftedAt'),
  liftedBy: textOrNull(row, 'liftedBy'),
  readAt: integerOrNull(row, 'readAt'),
})
