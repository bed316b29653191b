import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'

const named = z.array(z.object({ name: z.string() }))

/** A hash of all that a publication on SQLite has stored, table by table: equal hashes, and nothing was changed. */
export const storedFacts = (dataDir: string): Readonly<Record<string, string>> => {
  const db = new Sqlite(join(dataDir, 'stet.db'), { readonly: true })
  try {
    const tables = named.parse(
      db
        .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
        .all(),
    )
    const hash = (name: string): string => {
      const hashed = createHash('sha256')
      const columns = name === 'outbox' ? '"id"' : '*'
      const rows = db.prepare(`SELECT ${columns} FROM "${name}" ORDER BY 1`).raw().safeIntegers()
      for (const row of rows.iterate()) hashed.update(JSON.stringify(row, (_, cell) => String(cell)))
      return hashed.digest('hex')
    }
    return Object.fromEntries(
      tables.filter(({ name }) => name !== 'session').map(({ name }) => [name, hash(name)]),
    )
  } finally {
    db.close()
  }
}
