import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import BetterSqlite3 from 'better-sqlite3'
import { setTimeout as pause } from 'node:timers/promises'
import { FileTrouble, type TroubleHeard } from './file-trouble'
import { Mutex } from './mutex'
import { isBusy } from './sqlite-errors'

/** How long a writer waits for another process before it gives up. */
export const BUSY_MS = 10_000

/**
 * Pages kept in memory at most, in KiB. The writer is read from as well, and its pages stay (decision 8): of a million
 * comments, 64 MB hold the whole index by which each is found. A commit empties the reader's.
 */
const WRITER_CACHE = 65_536
const READER_CACHE = 16_384

/** An open transaction on the writer: the caller's alone until it ends. */
export interface Turn {
  commit(): void
  /** Harmless when the transaction is over. */
  rollback(): void
}

/**
 * The two connections of this process to its SQLite file: a reader, which sees committed rows only (a WAL snapshot),
 * and the one writer, used in turn, which may be read from while it has no transaction open. With a single connection any other query of the process would run inside an open
 * transaction and vanish with its rollback; with a deferred BEGIN a transaction fails at once when another process
 * writes (docs/decisions/0008).
 */
export class SqliteConnections {
  readonly #turns = new Mutex()
  readonly #versions: BetterSqlite3.Statement<[], number>
  #written = 0
  #lentVersions = 0
  #whileLent: number | null = null

  private constructor(
    readonly reader: BetterSqlite3.Database,
    readonly writer: BetterSqlite3.Database,
    /** Prisma's view of the same two connections. */
    readonly readerAdapter: SqlDriverAdapter,
    readonly writerAdapter: SqlDriverAdapter,
    readonly trouble: FileTrouble,
  ) {
    this.#versions = writer.prepare<[], number>('PRAGMA data_version').safeIntegers(false).pluck()
  }

  static async open(file: string, heard: TroubleHeard): Promise<SqliteConnections> {
    const trouble = new FileTrouble(file, heard)
    const url = `file:${file}`
    // Waiting inside SQLite stops the whole process, so that the writer waits little there and then asynchronously.
    const writerAdapter = await new PrismaBetterSqlite3({ url, timeout: 20 }).connect()
    const writer = connectionOf(writerAdapter)
    // Whoever finds the log of a process that was killed holds the whole file while it reads it.
    await patiently(() => writer.pragma('journal_mode = WAL'), trouble)
    const readerAdapter = await new PrismaBetterSqlite3({ url, timeout: 1_000, readonly: true }).connect()
    const reader = connectionOf(readerAdapter)
    await patiently(() => {
      prepareConnection(writer, WRITER_CACHE)
      prepareConnection(reader, READER_CACHE)
    }, trouble)
    return new SqliteConnections(reader, writer, readerAdapter, writerAdapter, trouble)
  }

  /** One statement of its own on the writer. */
  async write<T>(work: () => T | Promise<T>): Promise<T> {
    const release = await this.#turns.acquire()
    try {
      return await patiently(work, this.trouble)
    } finally {
      this.#written += 1
      release()
    }
  }

  /** BEGIN IMMEDIATE: the lock is ours before the first read, so that nothing read here can be out of date. */
  async begin(): Promise<Turn> {
    const release = await this.#turns.acquire()
    try {
      await patiently(() => this.writer.exec('BEGIN IMMEDIATE'), this.trouble)
    } catch (error) {
      release()
      throw error
    }
    let open = true
    const end = (): void => {
      if (!open) return
      open = false
      try {
        if (this.writer.inTransaction) this.writer.exec('ROLLBACK')
      } finally {
        this.#written += 1
        release()
      }
    }
    return {
      commit: () => {
        try {
          this.guarded(() => this.writer.exec('COMMIT'))
        } finally {
          end()
        }
      },
      rollback: end,
    }
  }

  /** The writer's turn without the writer, for a thread of ours that writes beside it. Returns how to give it back; the turn is over even if that throws. */
  async lend(): Promise<() => void> {
    const release = await this.#turns.acquire()
    let before: number
    try {
      before = await patiently(() => this.#dataVersion(), this.trouble)
    } catch (error) {
      release()
      throw error
    }
    this.#whileLent = before - this.#lentVersions
    return () => {
      try {
        this.#lentVersions += this.guarded(() => this.#dataVersion()) - before
      } finally {
        this.#whileLent = null
        release()
      }
    }
  }

  /** Changes whenever another process has committed something. One that did while our thread wrote may go unnoticed. */
  foreignVersion(): number {
    return this.#whileLent ?? this.#dataVersion() - this.#lentVersions
  }

  /** Higher whenever something may have been committed, by whomever: neither of the two ever falls. */
  version(): number {
    return this.#dataVersion() + this.#written
  }

  guarded<T>(work: () => T): T {
    this.trouble.refuseDamaged()
    try {
      return work()
    } catch (error) {
      throw this.trouble.translated(error)
    }
  }

  close(): void {
    this.reader.close()
    this.writer.close()
  }

  #dataVersion(): number {
    this.trouble.refuseDamaged()
    return this.#versions.get() ?? 0
  }
}

/** Tries again, at random moments, while another process writes. */
const patiently = async <T>(work: () => T | Promise<T>, trouble: FileTrouble): Promise<T> => {
  const giveUp = performance.now() + BUSY_MS
  for (let longest = 2; ; longest = Math.min(longest * 2, 50)) {
    trouble.refuseDamaged()
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUp) throw trouble.translated(error)
      await pause(Math.random() * longest)
    }
  }
}

/** Prisma's adapter holds its connection in a field its types do not tell of. */
const connectionOf = (adapter: SqlDriverAdapter): BetterSqlite3.Database => {
  if (!('client' in adapter) || !(adapter.client instanceof BetterSqlite3)) {
    throw new Error(
      '@prisma/adapter-better-sqlite3 no longer keeps its connection where it did: adjust sqlite-connections.ts.',
    )
  }
  return adapter.client
}

/** Sets what every connection must have, and refuses to go on without. FULL: a commit is on the disk before it is answered. */
export const prepareConnection = (connection: BetterSqlite3.Database, cache: number): void => {
  // SQLite's own knows the letters of ASCII only; no index may use it.
  connection.function('lower', { deterministic: true }, (text) =>
    typeof text === 'string' ? text.toLowerCase() : text,
  )
  for (const pragma of [
    'synchronous = FULL',
    'foreign_keys = ON',
    `cache_size = -${cache}`,
    'temp_store = MEMORY',
    // 64 MB, for when no thread copies it (copy-log.ts): a busy page is then copied once for many hundred comments.
    'wal_autocheckpoint = 16000',
  ]) {
    connection.pragma(pragma)
  }
  const read = (name: string): unknown => Number(connection.pragma(name, { simple: true }))
  const isDurable = connection.pragma('journal_mode', { simple: true }) === 'wal' && read('synchronous') === 2
  if (!isDurable || read('foreign_keys') !== 1 || Number(read('busy_timeout')) < 1) {
    throw new Error(
      'This SQLite cannot run in WAL mode with synchronous=FULL and foreign keys; Stet needs all three.',
    )
  }
}
