import BetterSqlite3 from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SteadyRows, type SteadyTable } from '../../lib/db/steady-rows'

let folder: string
let writer: BetterSqlite3.Database
let reader: BetterSqlite3.Database
let looks: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-steady-'))
  writer = new BetterSqlite3(join(folder, 'stet.db'))
  writer.pragma('journal_mode = WAL')
  writer.pragma('foreign_keys = ON')
  writer.exec(`CREATE TABLE "setting" ("key" TEXT PRIMARY KEY, "value" TEXT);
    CREATE TABLE "guest" ("id" TEXT PRIMARY KEY); CREATE TABLE "house" ("id" TEXT PRIMARY KEY);
    CREATE TABLE "user" ("id" TEXT PRIMARY KEY, "houseId" TEXT REFERENCES "house" ON DELETE CASCADE);
    CREATE TABLE "comment" ("id" TEXT, "status" TEXT, "guestId" TEXT, "userId" TEXT, "createdAt" INTEGER, "shown" INTEGER);
    CREATE TABLE "article" ("id" TEXT PRIMARY KEY, "slug" TEXT); CREATE TABLE "slug_history" ("slug" TEXT PRIMARY KEY);
    CREATE TABLE "measure" ("id" TEXT PRIMARY KEY);
    INSERT INTO "setting" VALUES ('site', 'one'); INSERT INTO "guest" VALUES ('ada');
    INSERT INTO "house" VALUES ('ours'); INSERT INTO "user" VALUES ('rita', 'ours'), ('sam', 'ours')`)
  reader = new BetterSqlite3(join(folder, 'stet.db'), { readonly: true })
  looks = 0
})
afterEach(() => {
  reader.close()
  writer.close()
  rmSync(folder, { recursive: true })
})

const opened = (version = () => Number(writer.pragma('data_version', { simple: true }))) => {
  const steady = new SteadyRows(writer, version)
  const read = (table: SteadyTable): readonly unknown[] =>
    steady.read(table, 'all', () => {
      looks += 1
      const rows = (writer.inTransaction ? reader : writer).prepare(`SELECT * FROM "${table}"`).all()
      return rows as readonly Record<string, unknown>[]
    })
  return Object.assign(read, { forget: (table: SteadyTable) => steady.forget(table) })
}

describe('rows that hardly ever change', () => {
  it('are looked for once, until something in their table changes', () => {
    const read = opened()
    expect([read('setting'), read('setting'), read('user')]).toMatchObject([{ length: 1 }, { length: 1 }, {}])
    expect(looks).toBe(2)
    writer.exec(`INSERT INTO "guest" VALUES ('grace')`)
    read('setting')
    expect(looks).toBe(2)
    writer.exec(`UPDATE "setting" SET "value" = 'two'`)
    expect(read('setting')).toEqual([{ key: 'site', value: 'two' }])
    writer.exec(`DELETE FROM "setting"`)
    expect(read('setting')).toEqual([])
    writer.exec(`INSERT INTO "setting" VALUES ('site', 'three')`)
    expect(read('setting')).toEqual([{ key: 'site', value: 'three' }])
    read('user')
    expect(looks).toBe(5)
  })

  it('go with the row they hang on, and a guest that is erased is nobody', () => {
    const read = opened()
    expect([read('user'), read('guest')]).toMatchObject([{ length: 2 }, { length: 1 }])
    writer.exec(`DELETE FROM "house"; DELETE FROM "guest"`)
    expect([read('user'), read('guest')]).toEqual([[], []])
  })

  it('are what is committed, before, during and after a transaction', () => {
    const read = opened()
    read('setting')
    writer.exec(`BEGIN; UPDATE "setting" SET "value" = 'two'`)
    expect(read('setting')).toEqual([{ key: 'site', value: 'one' }])
    writer.exec('COMMIT')
    expect(read('setting')).toEqual([{ key: 'site', value: 'two' }])
    writer.exec(`BEGIN; UPDATE "setting" SET "value" = 'three'`)
    read('setting')
    writer.exec('ROLLBACK')
    expect(read('setting')).toEqual([{ key: 'site', value: 'two' }])
  })

  it('stay when something changes that nobody remembers, and go with what is', () => {
    writer.exec(`INSERT INTO "comment" ("id", "status") VALUES ('one', 'pending')`)
    const read = opened()
    read('comment')
    writer.exec(`UPDATE "comment" SET "shown" = 1`)
    read('comment')
    expect(looks).toBe(1)
    writer.exec(`UPDATE "comment" SET "status" = 'approved'`)
    expect(read('comment')).toMatchObject([{ status: 'approved' }])
    writer.exec(`INSERT INTO "comment" ("id", "status") VALUES ('two', 'pending')`)
    expect(read('comment').length).toBe(2)
    expect(looks).toBe(3)
  })

  it('of a piece go with an address it had before as well', () => {
    writer.exec(`INSERT INTO "article" VALUES ('one', 'ropes'); INSERT INTO "slug_history" VALUES ('knots')`)
    const read = opened()
    read('article')
    writer.exec(`INSERT INTO "measure" VALUES ('a ban')`)
    read('article')
    expect(looks).toBe(1)
    writer.exec(`DELETE FROM "slug_history"`)
    read('article')
    writer.exec(`UPDATE "article" SET "slug" = 'lines'`)
    expect(read('article')).toMatchObject([{ slug: 'lines' }])
    expect(looks).toBe(3)
  })

  it('are looked for again when another process has written', () => {
    const read = opened()
    read('setting')
    const other = new BetterSqlite3(join(folder, 'stet.db'))
    other.exec(`UPDATE "setting" SET "value" = 'theirs'`)
    other.close()
    expect(read('setting')).toEqual([{ key: 'site', value: 'theirs' }])
  })

  it('are looked for again when another process tells, though a thread of ours hid that it has written', () => {
    const read = opened(() => 1)
    read('setting')
    const other = new BetterSqlite3(join(folder, 'stet.db'))
    other.exec(`UPDATE "setting" SET "value" = 'theirs'`)
    other.close()
    expect(read('setting')).toEqual([{ key: 'site', value: 'one' }])
    read.forget('setting')
    expect(read('setting')).toEqual([{ key: 'site', value: 'theirs' }])
  })
})
