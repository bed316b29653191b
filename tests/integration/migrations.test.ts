import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseDatabaseUrl } from '../../lib/db/database-url'
import { migrate } from '../../lib/db/migrate'
import { openDatabase } from '../../lib/db/open-database'
import { sql } from '../../lib/db/sql'
import { startChild } from '../support/child'
import { POSTGRES_URL, PROJECT, type TestPlace, testPlace } from '../support/database'

const PROVIDERS = POSTGRES_URL ? (['sqlite', 'postgresql'] as const) : (['sqlite'] as const)

/** A later version of this project: the same migrations and more. */
let future: string
let place: TestPlace
beforeEach(() => {
  future = mkdtempSync(join(tmpdir(), 'stet-test-'))
  cpSync(join(PROJECT, 'prisma'), join(future, 'prisma'), { recursive: true })
})
afterEach(async () => {
  rmSync(future, { recursive: true, force: true })
  await place.remove()
})

const addMigration = (provider: 'sqlite' | 'postgresql', name: string, text: string): void => {
  const folder = join(future, 'prisma', provider, 'migrations', name)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), text)
}

const known = (provider: 'sqlite' | 'postgresql'): readonly string[] =>
  readdirSync(join(PROJECT, 'prisma', provider, 'migrations')).filter((name) => /^\d/.test(name))

describe.each(PROVIDERS)('on %s', (provider) => {
  beforeEach(async () => {
    place = await testPlace(provider)
  })

  it('makes a database that the stores can use, and then has nothing to do', async () => {
    expect((await migrate({ url: place.url, root: PROJECT })).applied).toEqual(known(provider))
    expect(await migrate({ url: place.url, root: PROJECT })).toEqual({ applied: [], backup: null })
    const db = await openDatabase(place.url)
    expect(await db.prisma.comment.count()).toBe(0)
    await db.close()
  })

  it('lets one of three processes migrate and the others wait', async () => {
    const children = [1, 2, 3].map(() => startChild('migrate.ts', place.url, PROJECT))
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0, 0])
    const applied = children.map(({ lines }) => JSON.parse(lines[0] ?? '').applied)
    expect(applied.filter((names) => names.length > 0)).toEqual([known(provider)])
  })

  it('refuses a database that a newer build has used, and changes nothing', async () => {
    addMigration(provider, '29990101000000_later', 'CREATE TABLE "later" ("id" TEXT)')
    await migrate({ url: place.url, root: future })
    await expect(migrate({ url: place.url, root: PROJECT })).rejects.toThrow(
      /newer Stet.*29990101000000_later/,
    )
  })

  it('leaves everything as it was when a migration fails', async () => {
    await migrate({ url: place.url, root: PROJECT })
    addMigration(provider, '29990101000000_good', 'CREATE TABLE "good" ("id" TEXT)')
    addMigration(
      provider,
      '29990101000001_bad',
      'CREATE TABLE "bad" ("id" TEXT); INSERT INTO "nowhere" VALUES (1)',
    )
    await expect(migrate({ url: place.url, root: future })).rejects.toThrow()
    const db = await openDatabase(place.url)
    await expect(db.read(sql`SELECT * FROM "good"`)).rejects.toThrow()
    await db.close()
    expect((await migrate({ url: place.url, root: PROJECT })).applied).toEqual([])
  })

  it('refuses an edited migration', async () => {
    await migrate({ url: place.url, root: future })
    const [first = ''] = known(provider)
    writeFileSync(join(future, 'prisma', provider, 'migrations', first, 'migration.sql'), '-- edited')
    await expect(migrate({ url: place.url, root: future })).rejects.toThrow(/another form/)
  })

  it("refuses another program's database", async () => {
    await putForeignTable(place.url)
    await expect(migrate({ url: place.url, root: PROJECT })).rejects.toThrow(/database of its own/)
  })
})

const putForeignTable = async (url: string): Promise<void> => {
  const address = parseDatabaseUrl(url)
  if (address.provider === 'sqlite') {
    new BetterSqlite3(address.file).exec('CREATE TABLE "theirs" ("id" TEXT)').close()
    return
  }
  const client = new pg.Client({ connectionString: address.connection })
  await client.connect()
  await client.query(`CREATE SCHEMA ${address.schema}; CREATE TABLE ${address.schema}.theirs (id TEXT)`)
  await client.end()
}

describe('the SQLite file', () => {
  const file = () => place.url.replace('file:', '')
  const backups = () => join(dirname(file()), 'backups')

  beforeEach(async () => {
    place = await testPlace('sqlite')
    await migrate({ url: place.url, root: PROJECT })
    const db = await openDatabase(place.url)
    await db.prisma.setting.create({ data: { key: 'precious', value: 'v', updatedAt: 0n } })
    await db.close()
  })

  const rows = (path: string, table: string): readonly unknown[] => {
    const db = new BetterSqlite3(path, { readonly: true })
    try {
      return db.prepare(`SELECT * FROM "${table}"`).all()
    } finally {
      db.close()
    }
  }

  it('is copied before it is changed', async () => {
    addMigration('sqlite', '29990101000000_drop', 'DROP TABLE "setting"')
    const { backup } = await migrate({ url: place.url, root: future })
    expect(backup).toBe(join(backups(), 'before-29990101000000_drop.db'))
    expect(rows(backup ?? '', 'setting')).toMatchObject([{ key: 'precious', value: 'v' }])
    expect(() => rows(file(), 'setting')).toThrow(/no such table/)
  })

  it('is as it was when the process is killed half-way, and migrates the next time', async () => {
    // Counts to far more than the test waits for, inside the transaction.
    const slow = `CREATE TABLE "half" ("n" INTEGER);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)
      INSERT INTO "half" SELECT max(i) FROM n;`
    addMigration('sqlite', '29990101000000_slow', slow)
    const child = startChild('migrate.ts', place.url, future)
    await expect
      .poll(() => existsSync(join(backups(), 'before-29990101000000_slow.db')), { timeout: 20_000 })
      .toBe(true)
    child.process.kill('SIGKILL')
    await child.ended
    expect(rows(file(), 'setting')).toHaveLength(1)
    expect(() => rows(file(), 'half')).toThrow(/no such table/)
    addMigration('sqlite', '29990101000001_fast', 'CREATE TABLE "fast" ("id" TEXT)')
    writeFileSync(
      join(future, 'prisma/sqlite/migrations/29990101000000_slow/migration.sql'),
      'CREATE TABLE "half" ("n")',
    )
    const { applied } = await migrate({ url: place.url, root: future })
    expect(applied).toEqual(['29990101000000_slow', '29990101000001_fast'])
    expect(rows(file(), 'setting')).toHaveLength(1)
  })
})
