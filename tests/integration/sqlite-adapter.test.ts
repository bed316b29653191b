import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../lib/db/database'
import { openDatabase } from '../../lib/db/open-database'
import { sql } from '../../lib/db/sql'
import { SqliteConnections } from '../../lib/db/sqlite-connections'
import { startChild } from '../support/child'
import { type TestDatabase, openTestDatabase, testPlace } from '../support/database'
import { insertSetting, settingKeys } from '../support/setting-rows'

let test: TestDatabase
let db: Database
beforeEach(async () => {
  test = await openTestDatabase('sqlite')
  db = test.db
})
afterEach(() => test.close())

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
    await expect(db.read(sql`${insertSetting('sly')} RETURNING "key"`)).rejects.toThrow(
      'A read does not write',
    )
    expect(await settingKeys(db)).not.toContain('sly')
  })

  it.each(['raw', 'prisma'] as const)(
    "keeps another's write when a %s transaction rolls back, and shows nobody what it had written",
    async (road) => {
      const [inside, finish] = [gate(), gate()]
      const rolledBack =
        road === 'raw'
          ? db.transaction(async (tx) => {
              await tx.run(insertSetting('doomed'))
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
        db.transaction((tx) => tx.run(insertSetting('raw'))),
        db.prisma.setting.create({ data: { key: 'single', value: '', updatedAt: 0n } }),
        db.prisma.$transaction((tx) =>
          tx.setting.create({ data: { key: 'prisma', value: '', updatedAt: 0n } }),
        ),
      ]
      expect(await settingKeys(db)).toEqual([])
      expect(await db.prisma.setting.count()).toBe(0)
      finish.open()
      await outcome
      await Promise.all(foreign)
      expect(await settingKeys(db)).toEqual(['prisma', 'raw', 'single'])
    },
  )

  it('reads its own writes inside a transaction', async () => {
    await db.transaction(async (tx) => {
      await tx.run(insertSetting('a'))
      expect(await tx.all(sql`SELECT "key" FROM "setting"`)).toEqual([{ key: 'a' }])
    })
    await db.prisma.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: 'b', value: '', updatedAt: 0n } })
      expect(await tx.setting.count()).toBe(2)
    })
  })

  it('loses no increment of a hundred transactions at once', async () => {
    await db.transaction((tx) => tx.run(insertSetting('n')))
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
          await tx.run(insertSetting(keyOf(n)))
          if (n % 3 === 0) throw new Error('on purpose')
          if (n % 3 === 1) await tx.run(insertSetting(keyOf(n)))
          return n
        }),
      ),
    )
    const stored = outcomes.flatMap((outcome, n) => (outcome.status === 'fulfilled' ? [n] : []))
    expect(stored).toEqual(Array.from({ length: 200 }, (_, n) => n).filter((n) => n % 3 === 2))
    expect(await settingKeys(db)).toEqual(stored.map(keyOf))
  })

  it('goes on after a failed statement and a failed commit', async () => {
    await db.transaction((tx) => tx.run(insertSetting('a')))
    await expect(db.transaction((tx) => tx.run(insertSetting('a')))).rejects.toSatisfy(
      db.dialect.isUniqueViolation,
    )
    await expect(
      db.prisma.setting.create({ data: { key: 'a', value: '', updatedAt: 0n } }),
    ).rejects.toSatisfy(db.dialect.isUniqueViolation)
    const orphan = db.prisma.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: 'with the orphan', value: '', updatedAt: 0n } })
      await tx.slugHistory.create({ data: { slug: 's', articleId: 'nothing', createdAt: 0n } })
    })
    await expect(orphan).rejects.toThrow()
    await db.transaction((tx) => tx.run(insertSetting('b')))
    expect(await settingKeys(db)).toEqual(['a', 'b'])
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
    await db.transaction((tx) => tx.run(insertSetting('own')))
    expect(db.foreignVersion()).toBe(before)
    const children = ['left', 'right'].map((name) => startChild('write-settings.ts', test.url, name, '152'))
    await Promise.all(children.map(({ line }) => line((text) => text.endsWith('-0'))))
    for (let n = 0; n < 150; n += 1) {
      if (n % 2) await db.transaction((tx) => tx.run(insertSetting(`here-${n}`)))
      else
        await db.prisma.$transaction((tx) =>
          tx.setting.create({ data: { key: `here-${n}`, value: '', updatedAt: 0n } }),
        )
    }
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0])
    expect(await settingKeys(db)).toHaveLength(1 + 150 + 304)
    expect(db.foreignVersion()).not.toBe(before)
  })
})
