import { integer, text } from './cells'
import type { Database } from './database'
import { planMigrations } from './migrations/plan-migrations'
import { readMigrations } from './migrations/read-migrations'
import { sql } from './sql'

/**
 * Names of the changes this build knows and the open database does not have yet; asking it also proves that it
 * answers. Throws `MigrationRefused` when it is newer than this build.
 *
 * @param root the project's folder
 */
export const pendingMigrations = async (
  db: Pick<Database, 'provider' | 'read'>,
  root: string,
): Promise<readonly string[]> => {
  const rows = await db.read(sql`
    SELECT "migration_name" AS "name", "checksum", CASE WHEN "finished_at" IS NULL THEN 1 ELSE 0 END AS "failed"
    FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`)
  const applied = rows.map((row) => ({
    name: text(row, 'name'),
    checksum: text(row, 'checksum'),
    failed: integer(row, 'failed') === 1,
  }))
  return planMigrations(readMigrations(root, db.provider), applied).map(({ name }) => name)
}
