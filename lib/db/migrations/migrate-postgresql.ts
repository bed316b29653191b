import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Migrated } from './migrate-sqlite'
import { type AppliedMigration, MigrationRefused, planMigrations } from './plan-migrations'
import type { Migration } from './read-migrations'

/** As Prisma makes it, so that its tools understand the database. */
const BOOK = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

const APPLIED = `SELECT "migration_name" AS name, "checksum", "finished_at" IS NULL AS failed
  FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`

const TABLES = `SELECT tablename FROM pg_tables WHERE schemaname = current_schema()`

/** The lock Prisma Migrate takes: ours and its commands exclude each other. */
const LOCK = 72_707_369

/** As for SQLite: everything pending in one transaction, one process at a time. Backups are pg_dump's business. */
export const migratePostgresql = async (
  { connection, schema }: { readonly connection: string; readonly schema: string },
  known: readonly Migration[],
): Promise<Migrated> => {
  const client = new pg.Client({ connectionString: connection, options: `-c search_path=${schema}` })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    if (schema !== 'public')
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${client.escapeIdentifier(schema)}`)
    await client.query('BEGIN')
    await refuseForeign(client)
    await client.query(BOOK)
    const { rows } = await client.query<AppliedMigration>(APPLIED)
    const pending = planMigrations(known, rows)
    for (const { name, sql, checksum } of pending) {
      await client.query(sql)
      await client.query(
        `INSERT INTO "_prisma_migrations"
           ("id", "checksum", "migration_name", "finished_at", "applied_steps_count") VALUES ($1, $2, $3, clock_timestamp(), 1)`,
        [randomUUID(), checksum, name],
      )
    }
    await client.query('COMMIT')
    return { applied: pending.map(({ name }) => name), backup: null }
  } finally {
    // Ending the connection ends an open transaction and frees the lock.
    await client.end()
  }
}

const refuseForeign = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ tablename: string }>(TABLES)
  if (rows.length > 0 && !rows.some(({ tablename }) => tablename === '_prisma_migrations')) {
    throw new MigrationRefused('This PostgreSQL schema holds other tables. Give Stet a database of its own.')
  }
}
