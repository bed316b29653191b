import { chmodSync, renameSync, rmSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'

/**
 * A consistent copy of a SQLite database that may be in use, readable by its owner only (SQLite's online backup,
 * https://www.sqlite.org/backup.html). The copy appears whole or not at all.
 */
export const copySqlite = async (file: string, target: string): Promise<void> => {
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  const source = new BetterSqlite3(file, { readonly: true, timeout: 30_000 })
  try {
    await source.backup(partial)
  } finally {
    source.close()
  }
  chmodSync(partial, 0o600)
  renameSync(partial, target)
}
