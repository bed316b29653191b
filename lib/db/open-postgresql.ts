import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { StorageFull } from '../kernel/storage-full'
import { type Database, TRANSACTION_OPTIONS } from './database'
import type { DatabaseAddress } from './database-url'
import { postgresqlDialect, sqlState } from './dialect/postgresql'
import { PrismaClient } from './generated/postgresql/client'
import type { PrismaClient as CanonicalClient } from './generated/sqlite/client'
import type { Row, Sql, SqlRunner } from './sql'

const CONNECTIONS = 10
const INT8 = 20
/** Two transactions that wait for each other, or could not be put in an order: the loser begins again. */
const AGAIN = new Set(['40001', '40P01'])
const ATTEMPTS = 5

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
}

const runnerOn = (client: pg.Pool | pg.PoolClient): SqlRunner => {
  const ask = async (query: Sql) => {
    try {
      return await client.query<Row>({ text: query.text, values: query.values, types })
    } catch (error) {
      throw sqlState(error) === '53100' ? new StorageFull(error) : error
    }
  }
  return {
    all: async (query) => (await ask(query)).rows,
    run: async (query) => (await ask(query)).rowCount ?? 0,
  }
}

const attempt = async <T>(pool: pg.Pool, work: (tx: SqlRunner) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const value = await work(runnerOn(client))
    await client.query('COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    client.release(broken)
  }
}

type Address = Extract<DatabaseAddress, { provider: 'postgresql' }>

/** A pool over this address and schema. A connection that breaks while idle is replaced at its next use. */
export const openPostgresql = async ({ connection, schema }: Address): Promise<Database> => {
  const pool = new pg.Pool({
    connectionString: connection,
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    options: `-c search_path=${schema}`,
  })
  // A connection that breaks while idle is replaced at the next use; unheard, the event would end the process.
  pool.on('error', () => {})
  // So would the event of one that breaks in use: whoever uses it hears of it from their statement.
  pool.on('connect', (client) => client.on('error', () => {}))
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, { schema }),
    transactionOptions: TRANSACTION_OPTIONS,
  })
  const transaction: Database['transaction'] = async (work) => {
    for (let n = 1; ; n += 1) {
      try {
        return await attempt(pool, work)
      } catch (error) {
        if (n === ATTEMPTS || !AGAIN.has(sqlState(error))) throw error
      }
    }
  }
  return {
    provider: 'postgresql',
    dialect: postgresqlDialect,
    // The one cast between the two generated clients: made from the same models, they differ in name only, which
    // TypeScript cannot see. The contract suite runs every store on both.
    prisma: client as unknown as CanonicalClient,
    read: (query) => runnerOn(pool).all(query),
    // Several instances write to one database.
    readSteady: (_table, _key, query) => runnerOn(pool).all(query()),
    forgetSteady: () => {},
    transaction,
    largeTransaction: transaction,
    foreignVersion: () => 0,
    version: () => null,
    overwriteDeleted: async () => true,
    close: async () => {
      await client.$disconnect()
      await pool.end()
    },
  }
}
