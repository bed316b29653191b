import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import type { SqliteConnections, Turn } from './sqlite-connections'
import { isBusy } from './sqlite-errors'

const isRead = (sql: string): boolean => /^\s*(select|explain|values)\b/i.test(sql)

/**
 * Prisma over our two connections: what only reads goes to the reader, single writes and transactions take their turn
 * on the writer. (Prisma's own adapter has one connection and a deferred BEGIN: see SqliteConnections.)
 */
export class SqliteAdapter implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite' as const
  /** Must be a name Prisma knows. */
  readonly adapterName = '@prisma/adapter-better-sqlite3'

  constructor(private readonly connections: SqliteConnections) {}

  async connect(): Promise<SqlDriverAdapter> {
    const { connections, provider, adapterName } = this
    const { readerAdapter, writerAdapter } = connections
    return {
      provider,
      adapterName,
      queryRaw: (query) =>
        isRead(query.sql)
          ? translated(connections, () => readerAdapter.queryRaw(query))
          : connections.write(() => writerAdapter.queryRaw(query)),
      executeRaw: (query) => connections.write(() => writerAdapter.executeRaw(query)),
      executeScript: (script) => connections.write(() => writerAdapter.executeScript(script)),
      startTransaction: () => this.#begin(),
      getConnectionInfo: () => ({ maxBindValues: 32_000, supportsRelationJoins: false }),
      // The connections are closed by whoever opened them.
      dispose: async () => {},
    }
  }

  async #begin(): Promise<Transaction> {
    const { connections, provider, adapterName } = this
    const { writerAdapter } = connections
    const turn = await connections.begin().catch((error: unknown): Turn => {
      throw isBusy(error) ? new DriverAdapterError({ kind: 'SocketTimeout' }) : error
    })
    const execute = (sql: string): Promise<number> =>
      writerAdapter.executeRaw({ sql, args: [], argTypes: [] })
    return {
      provider,
      adapterName,
      // "Phantom": COMMIT and ROLLBACK are ours, in the two functions below.
      options: { usePhantomQuery: true },
      queryRaw: (query: SqlQuery): ReturnType<SqlQueryable['queryRaw']> =>
        translated(connections, () => writerAdapter.queryRaw(query)),
      executeRaw: (query: SqlQuery) => translated(connections, () => writerAdapter.executeRaw(query)),
      createSavepoint: async (name: string) => void (await execute(`SAVEPOINT ${name}`)),
      rollbackToSavepoint: async (name: string) => void (await execute(`ROLLBACK TO ${name}`)),
      releaseSavepoint: async (name: string) => void (await execute(`RELEASE SAVEPOINT ${name}`)),
      commit: async () => turn.commit(),
      rollback: async () => turn.rollback(),
    }
  }
}

const translated = async <T>(connections: SqliteConnections, work: () => Promise<T>): Promise<T> => {
  connections.trouble.refuseDamaged()
  try {
    return await work()
  } catch (error) {
    throw connections.trouble.translated(error)
  }
}
