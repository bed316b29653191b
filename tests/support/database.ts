import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { Database, DatabaseOptions } from '../../lib/db/database'
import { migrate } from '../../lib/db/migrate'
import { openDatabase } from '../../lib/db/open-database'

export const PROJECT = resolve(import.meta.dirname, '../..')

/** Where tests may make schemas of their own; unset, PostgreSQL is left out, and the test's name says so. */
export const POSTGRES_URL = process.env.TEST_POSTGRES_URL

export interface TestPlace {
  readonly url: string
  remove(): Promise<void>
}

/** An address nobody else uses: a folder, or a schema, of its own. Nothing is in it yet. */
export const testPlace = async (provider: 'sqlite' | 'postgresql'): Promise<TestPlace> => {
  if (provider === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'stet-test-'))
    return {
      url: `file:${join(folder, 'stet.db')}`,
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    }
  }
  if (!POSTGRES_URL) throw new Error('TEST_POSTGRES_URL is not set.')
  const schema = `test_${randomBytes(8).toString('hex')}`
  const url = new URL(POSTGRES_URL)
  url.searchParams.set('schema', schema)
  return {
    url: url.href,
    remove: async () => {
      const client = new pg.Client({ connectionString: POSTGRES_URL })
      await client.connect()
      await client.query(`DROP SCHEMA IF EXISTS ${client.escapeIdentifier(schema)} CASCADE`)
      await client.end()
    },
  }
}

export interface TestDatabase {
  readonly db: Database
  readonly url: string
  /** Closes it and takes its place away. */
  close(): Promise<void>
}

/** A migrated database for one test file. */
export const openTestDatabase = async (
  provider: 'sqlite' | 'postgresql',
  options: DatabaseOptions = {},
): Promise<TestDatabase> => {
  const { url, remove } = await testPlace(provider)
  await migrate({ url, root: PROJECT })
  const db = await openDatabase(url, options)
  return {
    db,
    url,
    close: async () => {
      await db.close()
      await remove()
    },
  }
}
