import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { type Database, type DatabaseOptions, TRANSACTION_OPTIONS } from './database'
import { sqliteDialect } from './dialect/sqlite'
import { PrismaClient } from './generated/sqlite/client'
import { GroupCommit } from './group-commit'
import type { Row, Sql, SqlRunner } from './sql'
import { SqliteAdapter } from './sqlite-adapter'
import { SqliteConnections } from './sqlite-connections'
import { SteadyRows } from './steady-rows'

/** Prepared once each; the least used go first, once so many are kept that some may have to go. */
const KEPT_STATEMENTS = 300
const MANY = 200
/** Bytes that are written anew within a few seconds, during which nobody else writes. */
const REWRITTEN_MAX = 512 * 1024 * 1024

const statementsOf = (connection: BetterSqlite3.Database) => {
  const kept = new Map<string, BetterSqlite3.Statement<unknown[], Row>>()
  return (sql: string): BetterSqlite3.Statement<unknown[], Row> => {
    const known = kept.get(sql)
    if (known && kept.size < MANY) return known
    const statement = known ?? connection.prepare<unknown[], Row>(sql).safeIntegers(false)
    kept.delete(sql)
    kept.set(sql, statement)
    const [oldest] = kept.size > KEPT_STATEMENTS ? kept.keys() : []
    if (oldest !== undefined) kept.delete(oldest)
    return statement
  }
}

const endProcess = (error: Error): void => {
  setImmediate(() => {
    throw error
  })
}

export const openSqlite = async (
  file: string,
  { onFatal = endProcess }: DatabaseOptions,
): Promise<Database> => {
  mkdirSync(dirname(resolve(file)), { recursive: true })
  const connections = await SqliteConnections.open(file, onFatal)
  const onReader = statementsOf(connections.reader)
  const onWriter = statementsOf(connections.writer)
  const prisma = new PrismaClient({
    adapter: new SqliteAdapter(connections),
    transactionOptions: TRANSACTION_OPTIONS,
  })
  const tx: SqlRunner = {
    all: async (query: Sql) => connections.guarded(() => onWriter(query.sql).all(...query.values)),
    run: async (query: Sql) => connections.guarded(() => onWriter(query.sql).run(...query.values).changes),
  }
  const look = (query: Sql): readonly Row[] =>
    connections.guarded(() => {
      // Every commit empties the reader's page cache; the writer's stays warm, and outside a transaction it sees the same.
      const statement = (connections.writer.inTransaction ? onReader : onWriter)(query.sql)
      if (!statement.readonly) throw new Error(`A read does not write: ${query.sql}`)
      return statement.all(...query.values)
    })
  const versions = connections.writer.prepare<[], number>('PRAGMA data_version').safeIntegers(false).pluck()
  const foreignVersion = (): number => versions.get() ?? 0
  const steady = new SteadyRows(connections.writer, foreignVersion)
  const commits = new GroupCommit(connections, tx)
  return {
    provider: 'sqlite',
    dialect: sqliteDialect,
    prisma,
    read: async (query) => look(query),
    readSteady: async (table, key, query) => steady.read(table, key, () => look(query())),
    transaction: (work) => commits.run(work),
    foreignVersion,
    overwriteDeleted: async (settle) => {
      const number = (name: string): number => Number(connections.writer.pragma(name, { simple: true }))
      if (number('page_count') * number('page_size') > REWRITTEN_MAX) return false
      await connections.write(() => {
        for (const query of settle) onWriter(query.sql).run(...query.values)
        connections.writer.exec('VACUUM')
      })
      // Whoever reads at this moment keeps the log from being emptied.
      await connections.write(() => connections.writer.pragma('wal_checkpoint(TRUNCATE)'))
      return true
    },
    close: async () => {
      await prisma.$disconnect()
      connections.close()
    },
  }
}
