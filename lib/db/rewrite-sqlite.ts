import BetterSqlite3 from 'better-sqlite3'
import { setTimeout as pause } from 'node:timers/promises'
import type { SqliteConnections } from './sqlite-connections'

/** Bytes that are written anew within a few seconds, during which nobody else writes. */
const REWRITTEN_MAX = 512 * 1024 * 1024
/** Goes at a log that somebody reads, and milliseconds between them. */
const TRIES = 10
const PAUSE = 100

/**
 * A connection of its own: the copy is made on the disk and not in memory, and the writer, to which changing that would
 * cost its temporary triggers (steady-rows.ts), keeps it as it is.
 */
const vacuum = (file: string): void => {
  const connection = new BetterSqlite3(file, { timeout: 20 })
  try {
    connection.pragma('temp_store = FILE')
    connection.exec('VACUUM')
  } finally {
    connection.close()
  }
}

/** Whoever reads at that moment keeps the log from being emptied, which SQLite tells, and does not call an error. */
const emptyLog = async (connections: SqliteConnections): Promise<boolean> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await pause(PAUSE)
    const busy = await connections.write(() =>
      connections.writer.prepare<[], number>('PRAGMA wal_checkpoint(TRUNCATE)').pluck().get(),
    )
    if (Number(busy) === 0) return true
  }
  return false
}

/**
 * Writes the file and its log anew, so that they hold no byte of what was deleted, after `settle` has written what is
 * to be written before. False: it is too large, or that did not work (no room, somebody reads or writes all the time);
 * what is stored is whole, and can be tried again.
 */
export const rewriteSqlite = async (
  connections: SqliteConnections,
  file: string,
  settle: () => void,
): Promise<boolean> => {
  const number = (name: string): number => Number(connections.writer.pragma(name, { simple: true }))
  if (number('page_count') * number('page_size') > REWRITTEN_MAX) return false
  try {
    await connections.write(() => {
      settle()
      vacuum(file)
    })
    return await emptyLog(connections)
  } catch {
    // A disk that is failing has reached `onFatal` by now.
    return false
  }
}
