import { randomUUID } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { copySqlite } from '../copy-sqlite'
import { MigrationRefused, type AppliedMigration, planMigrations } from './plan-migrations'
import type { Migration } from './read-migrations'

/** As Prisma makes it, so that its tools understand the database. */
const BOOK = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

const APPLIED = `SELECT "migration_name" AS name, "checksum", "finished_at" IS NULL AS failed
  FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`

/** What was applied. */
export interface Migrated {
  /** Names, in order; empty when there was nothing to do. */
  readonly applied: readonly string[]
  /** The copy made before an existing database was changed. */
  readonly backup: string | null
}

/**
 * All or nothing: one immediate transaction holds every pending migration, so that a second process waits and then
 * finds nothing to do, and a kill at any moment leaves the database as it was.
 */
export const migrateSqlite = async (
  file: string,
  known: readonly Migration[],
  backups: string,
): Promise<Migrated> => {
  mkdirSync(dirname(resolve(file)), { recursive: true })
  // SQLite opens what this user may only read, and the copy below would then wait for ever.
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
  const db = new BetterSqlite3(file, { timeout: 30_000 })
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    // Tables are rebuilt by dropping the old one; inside a transaction this pragma can no longer be set.
    db.pragma('foreign_keys = OFF')
    db.exec('BEGIN IMMEDIATE')
    const isNew = refuseForeign(db, file)
    db.exec(BOOK)
    const pending = planMigrations(known, readApplied(db))
    const backup = isNew || pending.length === 0 ? null : await backUp(file, backups, pending[0]?.name ?? '')
    for (const migration of pending) apply(db, migration)
    db.exec('COMMIT')
    return { applied: pending.map(({ name }) => name), backup }
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK')
    db.close()
  }
}

/** True for an empty file. A file with tables that are not ours is somebody else's. */
const refuseForeign = (db: BetterSqlite3.Database, file: string): boolean => {
  const names = db.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all()
  if (names.length > 0 && !names.includes('_prisma_migrations')) {
    throw new MigrationRefused(`${file} holds another program's tables. Give Stet a database of its own.`)
  }
  return names.length === 0
}

const readApplied = (db: BetterSqlite3.Database): readonly AppliedMigration[] =>
  db
    .prepare<[], { name: string; checksum: string; failed: number }>(APPLIED)
    .all()
    .map((row) => ({ ...row, failed: row.failed === 1 }))

const apply = (db: BetterSqlite3.Database, { name, sql, checksum }: Migration): void => {
  const startedAt = timestamp()
  db.exec(sql)
  const broken = db.prepare('PRAGMA foreign_key_check').all()
  if (broken.length > 0)
    throw new Error(`${name} would leave ${broken.length} rows without what they belong to.`)
  db.prepare(
    `INSERT INTO "_prisma_migrations"
       ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count") VALUES (?, ?, ?, ?, ?, 1)`,
  ).run(randomUUID(), checksum, name, startedAt, timestamp())
}

const timestamp = (): string => new Date().toISOString().replace('Z', '+00:00')

/** The transaction's lock keeps the file as it is while another connection copies it. */
const backUp = async (file: string, folder: string, migration: string): Promise<string> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const target = join(folder, `before-${migration}.db`)
  // A kill between copying and committing left a whole copy of the same state.
  if (existsSync(target)) return target
  await copySqlite(file, target)
  return target
}
