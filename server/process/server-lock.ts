import { setTimeout as pause } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { Refusal } from './refusal'

/** A server that is just ending (its supervisor was killed, say) gets this long (ms) to let go. */
const PATIENCE_MS = 2_000
const RETRY_MS = 100

export interface ServerLock {
  release(): void
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

/** An exclusive transaction on a file of its own: the system frees it when the process ends, however it ends. */
const tryLock = (path: string): ServerLock | null => {
  const file = new BetterSqlite3(path, { timeout: 0 })
  try {
    file.exec('BEGIN EXCLUSIVE')
    return { release: () => file.close() }
  } catch (error) {
    file.close()
    if (isBusy(error)) return null
    throw error
  }
}

/**
 * One server per SQLite file: two would not hear of each other's changes. Commands may run beside it.
 *
 * @param database path of the SQLite file
 */
export const lockServer = async (database: string): Promise<ServerLock> => {
  const giveUp = performance.now() + PATIENCE_MS
  for (;;) {
    const lock = tryLock(`${database}.lock`)
    if (lock) return lock
    if (performance.now() > giveUp) {
      throw new Refusal(
        `Another Stet server is already running on ${database}. Stop it first, or give this one a data folder of its own (DATA_DIR).`,
      )
    }
    await pause(RETRY_MS)
  }
}
