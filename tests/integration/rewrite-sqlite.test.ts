import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDatabaseUrl } from '../../lib/db/database-url'
import { sql } from '../../lib/db/sql'
import { type TestDatabase, openTestDatabase } from '../support/database'

describe('a file that is written anew', () => {
  let opened: TestDatabase
  let file: string
  beforeAll(async () => {
    opened = await openTestDatabase('sqlite')
    const place = parseDatabaseUrl(opened.url)
    if (place.provider !== 'sqlite') throw new Error('It should be a file.')
    ;({ file } = place)
  })
  afterAll(() => opened.close())

  it('is not said to be while somebody reads its log, and is afterwards', async () => {
    const other = new BetterSqlite3(file, { readonly: true })
    other.exec('BEGIN')
    other.prepare('SELECT count(*) FROM "setting"').get()
    expect(await opened.db.overwriteDeleted([])).toBe(false)
    other.exec('COMMIT')
    other.close()
    expect(await opened.db.overwriteDeleted([])).toBe(true)
  })

  it('is not said to be when something went wrong, and stays in use', async () => {
    expect(await opened.db.overwriteDeleted([sql`DELETE FROM "nothing"`])).toBe(false)
    await opened.db.transaction((tx) =>
      tx.run(sql`INSERT INTO "setting" ("key", "value", "version", "updatedAt") VALUES ('k', '1', 1, 1)`),
    )
    const stored = await opened.db.read(sql`SELECT "value" FROM "setting" WHERE "key" = 'k'`)
    expect(stored).toEqual([{ value: '1' }])
    expect(await opened.db.overwriteDeleted([])).toBe(true)
  })
})
