import { setTimeout as pause } from 'node:timers/promises'
import { type FileLock, tryFileLock } from '../../lib/db/file-lock'
import { Refusal } from './refusal'

/** A server that is just ending (its supervisor was killed, say) gets this long (ms) to let go. */
const PATIENCE_MS = 2_000
const RETRY_MS = 100

/**
 * One server per SQLite file: two would not hear of each other's changes. Commands may run beside it.
 *
 * @param database path of the SQLite file
 */
export const lockServer = async (database: string): Promise<FileLock> => {
  const giveUp = performance.now() + PATIENCE_MS
  for (;;) {
    const lock = tryFileLock(`${database}.lock`)
    if (lock) return lock
    if (performance.now() > giveUp) {
      throw new Refusal(
        `Another Stet server is already running on ${database}. Stop it first, or give this one a data folder of its own (DATA_DIR).`,
      )
    }
    await pause(RETRY_MS)
  }
}
