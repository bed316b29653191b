import { COMMENT_STATUSES, type CommentStatus } from '../comments/comment-status'
import { integer, text } from './cells'
import type { Database } from './database'
import { type Sql, type SqlRunner, join, sql } from './sql'

/*
 * How many comments there are of each status, and how many texts wait (decision 10's way): counting a million for the
 * tabs of the desk would take longer than everything else about it. Changed by differences, in the transaction of the
 * change and last in it, because decisions about different comments wait for each other there.
 */

const WAITING = 'waiting'
type Name = CommentStatus | typeof WAITING

/** What a comment counts as; null: there is none yet. */
export interface DeskPlace {
  readonly status: CommentStatus
  readonly waits: boolean
}

/** Sums differences of several comments. */
export class DeskShift {
  readonly #by = new Map<Name, number>()

  move(from: DeskPlace | null, to: DeskPlace): void {
    if (from) this.#add(from, -1)
    this.#add(to, 1)
  }

  /** Nothing where nothing changed. In one order for everybody, so that two never wait for each other. */
  async store(tx: Pick<SqlRunner, 'run'>): Promise<void> {
    const rows = [...this.#by].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
    if (rows.length === 0) return
    await tx.run(sql`
      INSERT INTO "desk_number" ("name", "n") VALUES ${join(rows.map(([name, by]): Sql => sql`(${name}, ${by})`))}
      ON CONFLICT ("name") DO UPDATE SET "n" = "desk_number"."n" + excluded."n"`)
  }

  #add({ status, waits }: DeskPlace, by: number): void {
    this.#by.set(status, (this.#by.get(status) ?? 0) + by)
    if (waits) this.#by.set(WAITING, (this.#by.get(WAITING) ?? 0) + by)
  }
}

export type DeskNumbers = Readonly<Record<Name, number>>

/** How many comments stand in each status and how many wait, as stored: nothing is counted. */
export const readDeskNumbers = async (db: Pick<Database, 'read'>): Promise<DeskNumbers> => {
  const rows = await db.read(sql`SELECT "name", "n" FROM "desk_number"`)
  const stored = new Map(rows.map((row) => [text(row, 'name'), integer(row, 'n')]))
  const names: readonly Name[] = [...COMMENT_STATUSES, WAITING]
  return Object.fromEntries(names.map((name) => [name, stored.get(name) ?? 0])) as DeskNumbers
}

/** The same by counting every comment. */
export const countDeskNumbers = async (db: Pick<Database, 'read'>): Promise<DeskNumbers> => {
  const rows = await db.read(sql`
    SELECT "status" AS "name", count(*) AS "n" FROM "comment" GROUP BY "status"
    UNION ALL SELECT ${WAITING}, count(*) FROM "comment" WHERE "pendingRevisionId" IS NOT NULL`)
  const counted = new Map(rows.map((row) => [text(row, 'name'), integer(row, 'n')]))
  const names: readonly Name[] = [...COMMENT_STATUSES, WAITING]
  return Object.fromEntries(names.map((name) => [name, counted.get(name) ?? 0])) as DeskNumbers
}
