import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../lib/db/database'
import { makeStores } from '../../lib/db/make-stores'
import { migrate } from '../../lib/db/migrate'
import { openDatabase } from '../../lib/db/open-database'
import { isSoundFile } from '../../lib/db/sound-file'
import { sql } from '../../lib/db/sql'
import { makeIds } from '../../lib/kernel/ids'
import { DatabaseDamaged } from '../../lib/kernel/database-damaged'
import { StorageFull } from '../../lib/kernel/storage-full'
import { PinnedClock } from '../support/memory/pinned-clock'
import { overwriteSearchIndex } from '../support/overwrite-search-index'
import { PROJECT, type TestDatabase, openTestDatabase, testPlace } from '../support/database'
import { insertSetting, settingKeys } from '../support/setting-rows'

let test: TestDatabase
let db: Database
beforeEach(async () => {
  test = await openTestDatabase('sqlite')
  db = test.db
})
afterEach(() => test.close())

describe('a failing disk', () => {
  it('says so in plain words when it is full, and goes on reading', async () => {
    await db.transaction((tx) => tx.run(insertSetting('a')))
    await db.transaction((tx) => tx.all(sql`PRAGMA max_page_count = 1`))
    const value = 'x'.repeat(200_000)
    const large = sql`INSERT INTO "setting" ("key", "value", "version", "updatedAt") VALUES ('b', ${value}, 1, 0)`
    await expect(db.transaction((tx) => tx.run(large))).rejects.toBeInstanceOf(StorageFull)
    const data = { key: 'c', value, updatedAt: 0n }
    await expect(db.prisma.setting.create({ data })).rejects.toBeInstanceOf(StorageFull)
    await expect(db.prisma.$transaction((tx) => tx.setting.create({ data }))).rejects.toBeInstanceOf(
      StorageFull,
    )
    expect(await settingKeys(db)).toEqual(['a'])
    await db.transaction((tx) => tx.all(sql`PRAGMA max_page_count = 1000000`))
    await db.transaction((tx) => tx.run(large))
    expect(await settingKeys(db)).toEqual(['a', 'b'])
  })

  describe('whose file is damaged', () => {
    let folder: string
    let whole: Buffer
    beforeAll(async () => {
      const { url, remove } = await testPlace('sqlite')
      await migrate({ url, root: PROJECT })
      whole = readFileSync(url.slice('file:'.length))
      await remove()
      folder = mkdtempSync(join(tmpdir(), 'stet-test-'))
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    const wholeFile = (name: string): string => {
      const file = join(folder, name)
      writeFileSync(file, whole)
      return file
    }

    it.each([
      ['cut off in the middle', () => whole.subarray(0, whole.length / 2)],
      ['cut off behind its first page', () => whole.subarray(0, 4096)],
      ['emptied', () => Buffer.alloc(0)],
      ['written over', () => Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(500_000, 'no database ')])],
    ])('says so once when it was %s, and leaves it alone from then on', async (how, damage) => {
      const file = wholeFile(how)
      const told: string[] = []
      const onFatal = vi.fn()
      const onDamage = (error: Error): void => void told.push(error.message)
      const damaged = await openDatabase(`file:${file}`, { onFatal, onDamage })
      expect(isSoundFile(file)).toBe(true)
      writeFileSync(file, damage())
      expect(isSoundFile(file)).toBe(false)
      const asks = [
        () => damaged.read(sql`SELECT * FROM "comment"`),
        () => damaged.transaction((tx) => tx.run(insertSetting('a'))),
        () => damaged.prisma.setting.count(),
        () => damaged.prisma.setting.create({ data: { key: 'b', value: '', updatedAt: 0n } }),
        async () => damaged.foreignVersion(),
        async () => damaged.beside?.lend(),
      ]
      for (const ask of asks) await expect(ask()).rejects.toBeInstanceOf(DatabaseDamaged)
      expect(told).toHaveLength(1)
      expect(onFatal).not.toHaveBeenCalled()
      // Nothing is asked of it though it has come back: what was read before is not what stands there now.
      writeFileSync(file, whole)
      for (const ask of asks) await expect(ask()).rejects.toBeInstanceOf(DatabaseDamaged)
      expect(isSoundFile(file)).toBe(true)
      await damaged.close()
    })

    it('goes on when it is a search index alone that cannot be read, which is told of once and can be filled anew', async () => {
      const file = wholeFile('search')
      const [onFatal, onDamage, onSearchDamage] = [vi.fn(), vi.fn(), vi.fn()]
      const open = await openDatabase(`file:${file}`, { onFatal, onDamage, onSearchDamage })
      const index = (number: number) => sql`
        INSERT INTO "public_piece_search_index" ("rowid", "title", "lead", "body", "words")
        VALUES (${number}, 'lantern', '', ${`harvest${number}`}, 'lantern')`
      const found = () =>
        open.read(sql`
          SELECT "rowid" FROM "public_piece_search_index" WHERE "public_piece_search_index" MATCH 'lantern'`)
      for (let number = 1; number <= 300; number += 1) await open.transaction((tx) => tx.run(index(number)))
      expect(await found()).toHaveLength(300)
      overwriteSearchIndex(file)
      for (let time = 0; time < 2; time += 1) {
        await expect(found()).rejects.toMatchObject({ code: 'SQLITE_CORRUPT_VTAB' })
      }
      expect(await open.read(sql`SELECT * FROM "comment"`)).toEqual([])
      await open.transaction((tx) => tx.run(insertSetting('a')))
      expect(isSoundFile(file)).toBe(true)
      expect(onSearchDamage).toHaveBeenCalledOnce()
      expect(onDamage).not.toHaveBeenCalled()
      expect(onFatal).not.toHaveBeenCalled()

      const clock = new PinnedClock()
      await makeStores(open, clock, makeIds(clock)).searchKeeper.clear()
      await open.transaction((tx) => tx.run(index(1)))
      expect(await found()).toHaveLength(1)
      await open.close()
      // What is damaged beside an index is not excused by it.
      overwriteSearchIndex(file)
      truncateSync(file, whole.length / 2)
      expect(isSoundFile(file)).toBe(false)
    })

    it('ends the process where nobody else wants to hear of it', async () => {
      const file = wholeFile('unheard')
      const onFatal = vi.fn()
      const damaged = await openDatabase(`file:${file}`, { onFatal })
      truncateSync(file, 4096)
      await expect(damaged.read(sql`SELECT * FROM "comment"`)).rejects.toBeInstanceOf(DatabaseDamaged)
      expect(onFatal).toHaveBeenCalledOnce()
      await damaged.close()
    })
  })
})
