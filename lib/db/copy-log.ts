import SqliteFile from 'better-sqlite3'

/**
 * Copies what the log of a SQLite file holds into the file, every `everyMs`, for a thread of its own: thousands of pages
 * go to places all over the disk, and whoever's commit came last would wait for all of them. It keeps nobody from
 * reading or writing. Returns how to stop.
 */
export const copyLog = (file: string, everyMs: number): (() => void) => {
  const connection = new SqliteFile(file, { fileMustExist: true, timeout: 1_000 })
  for (const pragma of ['synchronous = FULL', 'foreign_keys = ON']) connection.pragma(pragma)
  const timer = setInterval(() => {
    try {
      connection.pragma('wal_checkpoint(PASSIVE)')
    } catch {
      // A disk that is full or failing: whoever writes finds out and says so; nothing of the log is lost.
    }
  }, everyMs)
  return () => {
    clearInterval(timer)
    connection.close()
  }
}
