import type { Database } from '../../lib/db/database'
import { type Sql, sql } from '../../lib/db/sql'

/** Writes the plainest row there is. */
export const insertSetting = (key: string): Sql =>
  sql`INSERT INTO "setting" ("key", "value", "version", "updatedAt") VALUES (${key}, '', 1, 0)`

/** The keys of all such rows, in order. */
export const settingKeys = async (db: Pick<Database, 'read'>): Promise<readonly unknown[]> => {
  const rows = await db.read(sql`SELECT "key" FROM "setting" ORDER BY "key"`)
  return rows.map((row) => row.key)
}
