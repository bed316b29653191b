import BetterSqlite3 from 'better-sqlite3'
import { isBusy } from './sqlite-errors'

/** Held until it is released, or the process ends. */
export interface FileLock {
  release(): void
}

/**
 * A lock between processes: an exclusive transaction on a file of its own, so that the system frees it when its
 * process ends, however it ends. Null while somebody else holds it.
 */
export const tryFileLock = (path: string): FileLock | null => {
  const file = new BetterSqlite3(path, { timeout: 0 })
  try {
    // No journal file beside it: there is nothing to roll back.
    file.pragma('journal_mode = MEMORY')
    file.exec('BEGIN EXCLUSIVE')
    return { release: () => file.close() }
  } catch (error) {
    file.close()
    if (isBusy(error)) return null
    throw error
  }
}
