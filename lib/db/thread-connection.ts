import SqliteFile from 'better-sqlite3'
import type { Sql, SqlRunner } from './sql'
import { BUSY_MS, prepareConnection } from './sqlite-connections'
import { statementsOf } from './sqlite-statements'

/** Pages kept in memory at most, in KiB: every commit of another connection empties it. */
const CACHE = 16_384

/** The one connection of a thread beside the server's (decision 8). */
export interface ThreadConnection {
  readonly tx: SqlRunner
  /** BEGIN IMMEDIATE, and COMMIT when `work` resolves. The server's turn must be had. */
  transaction<T>(work: (tx: SqlRunner) => Promise<T>): Promise<T>
  close(): void
}

/** `file` must be there. Others are waited for inside SQLite: the thread has nothing else to do. */
export const openThreadConnection = (file: string): ThreadConnection => {
  const connection = new SqliteFile(file, { fileMustExist: true, timeout: BUSY_MS })
  prepareConnection(connection, CACHE)
  const statement = statementsOf(connection)
  const tx: SqlRunner = {
    all: async (query: Sql) => statement(query.sql).statement.all(...query.values),
    run: async (query: Sql) => statement(query.sql).statement.run(...query.values).changes,
  }
  return {
    tx,
    transaction: async (work) => {
      connection.exec('BEGIN IMMEDIATE')
      try {
        const value = await work(tx)
        connection.exec('COMMIT')
        return value
      } finally {
        if (connection.inTransaction) connection.exec('ROLLBACK')
      }
    },
    close: () => connection.close(),
  }
}
