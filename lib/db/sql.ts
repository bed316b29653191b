import { Sql, empty, join, sqltag } from '@prisma/client/runtime/client'

/**
 * SQL as a tagged template: every value becomes a bound parameter, whichever way the database writes placeholders.
 * Nothing else makes SQL in this project; text is never put together by hand.
 */
export const sql = sqltag
export { Sql, empty, join }

/** Rows as the driver gives them: read them with lib/db/cells.ts. 64-bit integers are numbers here. */
export type Row = Readonly<Record<string, unknown>>

export interface SqlRunner {
  all(query: Sql): Promise<readonly Row[]>
  /** How many rows were written. */
  run(query: Sql): Promise<number>
}
