import { dirname, join, resolve } from 'node:path'
import { parseDatabaseUrl } from './database-url'
import { migratePostgresql } from './migrations/migrate-postgresql'
import { type Migrated, migrateSqlite } from './migrations/migrate-sqlite'
import { readMigrations } from './migrations/read-migrations'

/** How migrations are applied. */
export interface MigrateOptions {
  readonly url: string
  /** The project's folder: `prisma/<database>/migrations` is in it. */
  readonly root: string
  /** Where the copy of an existing SQLite database goes first. Default: `backups` beside it. */
  readonly backups?: string
}

/**
 * Brings a database up to this build: at every start, and by `stet migrate`. Safe to run from several processes at
 * once, and to be killed. Throws `MigrationRefused`, in plain words, when the database is newer than this build.
 */
export const migrate = async ({ url, root, backups }: MigrateOptions): Promise<Migrated> => {
  const address = parseDatabaseUrl(url)
  const known = readMigrations(root, address.provider)
  if (address.provider === 'postgresql') return migratePostgresql(address, known)
  return migrateSqlite(address.file, known, backups ?? join(dirname(resolve(address.file)), 'backups'))
}
