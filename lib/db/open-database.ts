import type { Database, DatabaseOptions } from './database'
import { parseDatabaseUrl } from './database-url'
import { openPostgresql } from './open-postgresql'
import { openSqlite } from './open-sqlite'

/** Opens the database behind `DATABASE_URL`: `file:<path>` or `postgresql://…`. Migrate first (lib/db/migrate.ts). */
export const openDatabase = async (url: string, options: DatabaseOptions = {}): Promise<Database> => {
  const address = parseDatabaseUrl(url)
  return address.provider === 'sqlite' ? openSqlite(address.file, options) : openPostgresql(address)
}
