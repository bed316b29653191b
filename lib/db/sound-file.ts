import { statSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'

/** Whether a SQLite file can be read from end to end. Waits for the disk: of a large one for many seconds. */
export const isSoundFile = (file: string): boolean => {
  try {
    // To SQLite a file of no bytes is a database without tables.
    if (statSync(file).size === 0) return false
    const connection = new SqliteFile(file, { readonly: true, fileMustExist: true })
    try {
      return connection.pragma('quick_check(1)', { simple: true }) === 'ok'
    } finally {
      connection.close()
    }
  } catch {
    return false
  }
}
