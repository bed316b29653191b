import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Database, type DatabaseOptions, TRANSACTION_OPTIONS } from './database'
import { sqliteDialect } from './dialect/sqlite'
import { PrismaClient } from './generated/sqlite/client'
import { GroupCommit } from './group-commit'
import { newestKey, newestTimesKey, withNewest, withNewestTime, writerOf } from './newest-of-person'
import { rewriteSqlite } from './rewrite-sqlite'
import type { Row, Sql, SqlRunner } from './sql'
import { SqliteAdapter } from './sqlite-adapter'
import { SqliteConnections } from './sqlite-connections'
import { statementsOf } from './sqlite-statements'
import { SteadyRows } from './steady-rows'
import { WritingThread } from './writing-thread'

const endProcess = (error: Error): void => {
  setImmediate(() => {
    throw error
  })
}

/**
 * Opens the file (made where it is missing, with its folder) with one writer and one reader. `onFatal` and the others hear
 * of a disk or a file that is failing; without them the process ends. `writerProgram`: what writes new comments in a
 * thread of its own.
 */
export const openSqlite = async (
  file: string,
  { onFatal = endProcess, writerProgram, ...heard }: DatabaseOptions,
): Promise<Database> => {
  mkdirSync(dirname(resolve(file)), { recursive: true })
  const connections = await SqliteConnections.open(file, { ...heard, onFatal })
  const onReader = statementsOf(connections.reader)
  const onWriter = statementsOf(connections.writer)
  const prisma = new PrismaClient({
    adapter: new SqliteAdapter(connections),
    transactionOptions: TRANSACTION_OPTIONS,
  })
  const tx: SqlRunner = {
    all: async (query: Sql) => connections.guarded(() => onWriter(query.sql).statement.all(...query.values)),
    run: async (query: Sql) =>
      connections.guarded(() => onWriter(query.sql).statement.run(...query.values).changes),
  }
  const look = (query: Sql): readonly Row[] =>
    connections.guarded(() => {
      // Every commit empties the reader's page cache; the writer's stays warm, and outside a transaction it sees the same.
      const { statement, writes } = (connections.writer.inTransaction ? onReader : onWriter)(query.sql)
      if (writes) throw new Error(`A read does not write: ${query.sql}`)
      return statement.all(...query.values)
    })
  const steady = new SteadyRows(connections.writer, () => connections.foreignVersion())
  const commits = new GroupCommit(connections, tx)
  const thread = writerProgram === undefined ? undefined : new WritingThread(connections, writerProgram, file)
  return {
    provider: 'sqlite',
    dialect: sqliteDialect,
    prisma,
    read: async (query) => look(query),
    readSteady: async (table, key, query) => steady.read(table, key, () => look(query())),
    forgetSteady: (table) => steady.forget(table),
    transaction: (work) => commits.run(work),
    largeTransaction: (work) => commits.alone(work),
    commentWriter: thread && {
      insert: async (submission, now) => {
        const insertion = await thread.insert(submission, now)
        const { comment } = submission
        if (insertion === 'stored') {
          const who = writerOf(comment)
          steady.amend('comment', newestKey(who), (rows) => withNewest(rows, comment))
          steady.amend('comment', newestTimesKey(who), (rows) => withNewestTime(rows, comment))
        }
        return insertion
      },
    },
    beside: {
      file,
      lend: () => connections.lend(),
      translated: (error) => connections.trouble.translated(error),
    },
    foreignVersion: () => connections.foreignVersion(),
    version: () => connections.version(),
    overwriteDeleted: (settle) =>
      rewriteSqlite(connections, file, () => {
        for (const query of settle) onWriter(query.sql).statement.run(...query.values)
      }),
    close: async () => {
      await thread?.close()
      await prisma.$disconnect()
      connections.close()
    },
  }
}
