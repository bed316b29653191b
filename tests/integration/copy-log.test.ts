import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { copyLog } from '../../lib/db/copy-log'
import { sql } from '../../lib/db/sql'
import { openTestDatabase } from '../support/database'

/** What the file itself holds, without its log. */
const guestsInFile = (file: string): number => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-file-'))
  try {
    copyFileSync(file, join(folder, 'alone.db'))
    const alone = new SqliteFile(join(folder, 'alone.db'))
    try {
      return Number(alone.prepare('SELECT count(*) FROM "guest"').pluck().get())
    } catch {
      return 0
    } finally {
      alone.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('brings what is in the log into the file while others write, and lets the log be written from its beginning', async () => {
  const { db, url, close } = await openTestDatabase('sqlite')
  const file = url.slice('file:'.length)
  const write = (id: string): Promise<number> =>
    db.transaction((tx) =>
      tx.run(
        sql`INSERT INTO "guest" ("id", "keyHash", "createdAt", "lastSeenAt") VALUES (${id}, ${id}, 1, 1)`,
      ),
    )
  await write('before')
  expect(guestsInFile(file)).toBe(0)
  const version = db.foreignVersion()
  const stop = copyLog(file, 5)
  try {
    await vi.waitFor(() => expect(guestsInFile(file)).toBe(1))
    await write('meanwhile')
    await vi.waitFor(() => expect(guestsInFile(file)).toBe(2))
    // It is nobody's change: no other process is looked for because of it.
    expect(db.foreignVersion()).toBe(version)
  } finally {
    stop()
    await close()
  }
})
