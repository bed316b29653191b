import { statSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'

/** Complaints looked at: more than there are search indexes, for those do not count. */
const COMPLAINTS = 20

/** Whether a SQLite file can be read from end to end. Waits for the disk: of a large one for many seconds. Search indexes do not count (file-trouble.ts). */
export const isSoundFile = (file: string): boolean => {
  try {
    // To SQLite a file of no bytes is a database without tables.
    if (statSync(file).size === 0) return false
    const connection = new SqliteFile(file, { readonly: true, fileMustExist: true })
    try {
      const said = connection.prepare<[], string>(`PRAGMA quick_check(${COMPLAINTS})`).pluck().all()
      return said.every((complaint) => complaint === 'ok' || /\bfts5\b/i.test(complaint))
    } finally {
      connection.close()
    }
  } catch {
    return false
  }
}
