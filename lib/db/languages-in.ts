import { text } from './cells'
import type { Database } from './database'
import { type Sql, sql } from './sql'

/** The language tags in a table with an index that begins with them, each once. A few jumps along it, not a look at every row. */
export const languagesIn = async (db: Pick<Database, 'read'>, table: Sql): Promise<readonly string[]> => {
  const found = await db.read(sql`
    WITH RECURSIVE known("language") AS (
      SELECT min("language") FROM ${table}
      UNION ALL
      SELECT (SELECT min(s."language") FROM ${table} s WHERE s."language" > known."language")
      FROM known WHERE known."language" IS NOT NULL)
    SELECT "language" FROM known WHERE "language" IS NOT NULL`)
  return found.map((row) => text(row, 'language'))
}
