import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../lib/db/database'
import { makeStores } from '../../lib/db/make-stores'
import { migrate } from '../../lib/db/migrate'
import { openDatabase } from '../../lib/db/open-database'
import { isSoundFile } from '../../lib/db/sound-file'
import { sql } from '../../lib/db/sql'
import { SqliteConnections } from '../../lib/db/sqlite-connections'
import { makeIds } from '../../lib/kernel/ids'
import { DatabaseDamaged } from '../../lib/kernel/database-damaged'
import { StorageFull } from '../../lib/kernel/storage-full'
import { startChild } from '../support/child'
import { PinnedClock } from '../support/memory/pinned-clock'
import { overwriteSearchIndex } from '../support/overwrite-search-index'
import { PROJECT, type TestDatabase, openTestDatabase, testPlace } from '../support/database'

let test: TestDatabase
let db: Database
beforeEach(async () => {
  test = await openTestDatabase('sqlite')
  db = test.db
})
afterEach(() => test.close())

const insert = (key: string) =>
  sql`INSERT INTO "setting" ("key", "value", "version", "updatedAt") VALUES (${key}, '', 1, 0)`

const keys = async (): Promise<readonly unknown[]> => {
  const rows = await db.read(sql`SELECT "key" FROM "setting" ORDER BY "key"`)
  return rows.map((row) => row.key)
}

/** A moment the test decides on. */
const gate = () => {
  let open = (): void => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { passed, open }
}

describe('two connections, one writer', () => {
  it('opens once the process that has the whole file for itself lets go of it', async () => {
    const { url, remove } = await testPlace('sqlite')
    const alone = new BetterSqlite3(url.replace('file:', ''))
    alone.exec('CREATE TABLE "kept" ("value"); BEGIN EXCLUSIVE')
    let isAlone = true
    const opened = openDatabase(url).then((other) => ({ other, wasAlone: isAlone }))
    // Longer than the driver waits by itself.
    await sleep(200)
    isAlone = false
    alone.exec('COMMIT')
    alone.close()
    const { other, wasAlone } = await opened
    expect(wasAlone).toBe(false)
    expect(await other.read(sql`SELECT count(*) AS "n" FROM "kept"`)).toHaveLength(1)
    await other.close()
    await remove()
  })

  it('refuses a read that would write, and writes nothing', async () => {
    await expect(db.read(sql`${insert('sly')} RETURNING "key"`)).rejects.toThrow('A read does not write')
    expect(await keys()).not.toContain('sly')
  })

  it.each(['raw', 'prisma'] as const)(
    "keeps another's write when a %s transaction rolls back, and shows nobody what it had written",
    async (road) => {
      const [inside, finish] = [gate(), gate()]
      const rolledBack =
        road === 'raw'
          ? db.transaction(async (tx) => {
              await tx.run(insert('doomed'))
              inside.open()
              await finish.passed
              throw new Error('rolled back')
            })
          : db.prisma.$transaction(async (tx) => {
              await tx.setting.create({ data: { key: 'doomed', value: '', updatedAt: 0n } })
              inside.open()
              await finish.passed
              throw new Error('rolled back')
            })
      const outcome = expect(rolledBack).rejects.toThrow('rolled back')
      await inside.passed
      const foreign = [
        db.transaction((tx) => tx.run(insert('raw'))),
        db.prisma.setting.create({ data: { key: 'single', value: '', updatedAt: 0n } }),
        db.prisma.$transaction((tx) =>
          tx.setting.create({ data: { key: 'prisma', value: '', updatedAt: 0n } }),
        ),
      ]
      expect(await keys()).toEqual([])
      expect(await db.prisma.setting.count()).toBe(0)
      finish.open()
      await outcome
      await Promise.all(foreign)
      expect(await keys()).toEqual(['prisma', 'raw', 'single'])
    },
  )

  it('reads its own writes inside a transaction', async () => {
    await db.transaction(async (tx) => {
      await tx.run(insert('a'))
      expect(await tx.all(sql`SELECT "key" FROM "setting"`)).toEqual([{ key: 'a' }])
    })
    await db.prisma.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: 'b', value: '', updatedAt: 0n } })
      expect(await tx.setting.count()).toBe(2)
    })
  })

  it('loses no increment of a hundred transactions at once', async () => {
    await db.transaction((tx) => tx.run(insert('n')))
    const raw = () =>
      db.transaction(async (tx) => {
        const [row] = await tx.all(sql`SELECT "version" FROM "setting" WHERE "key" = 'n'`)
        await tx.run(sql`UPDATE "setting" SET "version" = ${Number(row?.version) + 1} WHERE "key" = 'n'`)
      })
    const prisma = () =>
      db.prisma.$transaction(async (tx) => {
        const row = await tx.setting.findUniqueOrThrow({ where: { key: 'n' } })
        await tx.setting.update({ where: { key: 'n' }, data: { version: row.version + 1 } })
      })
    await Promise.all(Array.from({ length: 100 }, (_, n) => (n % 2 ? raw() : prisma())))
    expect((await db.prisma.setting.findUnique({ where: { key: 'n' } }))?.version).toBe(101)
  })

  it('takes back of many transactions at once only those that fail', async () => {
    const keyOf = (n: number): string => `row-${String(n).padStart(3, '0')}`
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, n) =>
        db.transaction(async (tx) => {
          await tx.run(insert(keyOf(n)))
          if (n % 3 === 0) throw new Error('on purpose')
          if (n % 3 === 1) await tx.run(insert(keyOf(n)))
          return n
        }),
      ),
    )
    const stored = outcomes.flatMap((outcome, n) => (outcome.status === 'fulfilled' ? [n] : []))
    expect(stored).toEqual(Array.from({ length: 200 }, (_, n) => n).filter((n) => n % 3 === 2))
    expect(await keys()).toEqual(stored.map(keyOf))
  })

  it('goes on after a failed statement and a failed commit', async () => {
    await db.transaction((tx) => tx.run(insert('a')))
    await expect(db.transaction((tx) => tx.run(insert('a')))).rejects.toSatisfy(db.dialect.isUniqueViolation)
    await expect(
      db.prisma.setting.create({ data: { key: 'a', value: '', updatedAt: 0n } }),
    ).rejects.toSatisfy(db.dialect.isUniqueViolation)
    const orphan = db.prisma.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: 'with the orphan', value: '', updatedAt: 0n } })
      await tx.slugHistory.create({ data: { slug: 's', articleId: 'nothing', createdAt: 0n } })
    })
    await expect(orphan).rejects.toThrow()
    await db.transaction((tx) => tx.run(insert('b')))
    expect(await keys()).toEqual(['a', 'b'])
  })
})

describe('every connection', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stet-test-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const pragmas = (connection: BetterSqlite3.Database) =>
    Object.fromEntries(
      ['journal_mode', 'synchronous', 'foreign_keys'].map((name) => [
        name,
        String(connection.pragma(name, { simple: true })),
      ]),
    )

  it('is durable: WAL, synchronous=FULL, foreign keys, a busy timeout; the first time and again', async () => {
    for (let time = 0; time < 2; time += 1) {
      const connections = await SqliteConnections.open(join(folder, 'a.db'), { onFatal: () => {} })
      for (const connection of [connections.reader, connections.writer]) {
        expect(pragmas(connection)).toEqual({ journal_mode: 'wal', synchronous: '2', foreign_keys: '1' })
        expect(Number(connection.pragma('busy_timeout', { simple: true }))).toBeGreaterThan(0)
      }
      expect(() => connections.reader.exec('CREATE TABLE t (a)')).toThrow(/readonly/)
      connections.close()
    }
  })

  it('refuses a database that cannot be durable', async () => {
    await expect(SqliteConnections.open(':memory:', { onFatal: () => {} })).rejects.toThrow()
  })
})

describe('a second process', () => {
  it('writes beside this one, and neither fails', async () => {
    const before = db.foreignVersion()
    await db.transaction((tx) => tx.run(insert('own')))
    expect(db.foreignVersion()).toBe(before)
    const children = ['left', 'right'].map((name) => startChild('write-settings.ts', test.url, name, '152'))
    await Promise.all(children.map(({ line }) => line((text) => text.endsWith('-0'))))
    for (let n = 0; n < 150; n += 1) {
      if (n % 2) await db.transaction((tx) => tx.run(insert(`here-${n}`)))
      else
        await db.prisma.$transaction((tx) =>
          tx.setting.create({ data: { key: `here-${n}`, value: '', updatedAt: 0n } }),
        )
    }
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0])
    expect(await keys()).toHaveLength(1 + 150 + 304)
    expect(db.foreignVersion()).not.toBe(before)
  })
})

describe('a failing disk', () => {
  it('says so in plain words when it is full, and goes on reading', async () => {
    await db.transaction((tx) => tx.run(insert('a')))
    await db.transaction((tx) => tx.all(sql`PRAGMA max_page_count = 1`))
    const value = 'x'.repeat(200_000)
    const large = sql`INSERT INTO "setting" ("key", "value", "version", "updatedAt") VALUES ('b', ${value}, 1, 0)`
    await expect(db.transaction((tx) => tx.run(large))).rejects.toBeInstanceOf(StorageFull)
    const data = { key: 'c', value, updatedAt: 0n }
    await expect(db.prisma.setting.create({ data })).rejects.toBeInstanceOf(StorageFull)
    await expect(db.prisma.$transaction((tx) => tx.setting.create({ data }))).rejects.toBeInstanceOf(
      StorageFull,
    )
    expect(await keys()).toEqual(['a'])
    await db.transaction((tx) => tx.all(sql`PRAGMA max_page_count = 1000000`))
    await db.transaction((tx) => tx.run(large))
    expect(await keys()).toEqual(['a', 'b'])
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
        () => damaged.transaction((tx) => tx.run(insert('a'))),
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
      await open.transaction((tx) => tx.run(insert('a')))
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
