import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../lib/adapters/system-clock'
import { text } from '../../lib/db/cells'
import type { Database } from '../../lib/db/database'
import { makeStores } from '../../lib/db/make-stores'
import { openDatabase } from '../../lib/db/open-database'
import { sql, Sql } from '../../lib/db/sql'
import { SYSTEM } from '../../lib/kernel/actor'
import { makeIds } from '../../lib/kernel/ids'
import { POSTGRES_URL, type TestDatabase, openTestDatabase } from '../support/database'

const audit = { actor: SYSTEM, action: 'test.row', subject: 'test:row', detail: {} }
const storesOf = (db: Database) => makeStores(db, systemClock, makeIds(systemClock))

const PROVIDERS = [
  { provider: 'sqlite', skip: false },
  { provider: 'postgresql', skip: !POSTGRES_URL },
] as const

describe.each(PROVIDERS)('what another process wrote, on $provider', ({ provider, skip }) => {
  if (skip) return void it.skip('TEST_POSTGRES_URL is not set', () => {})
  let test: TestDatabase
  let beside: Database
  beforeEach(async () => {
    test = await openTestDatabase(provider)
    beside = await openDatabase(test.url)
  })
  afterEach(async () => {
    await beside.close()
    await test.close()
  })

  it('counts at the next look: the settings, own and foreign changes in turn', async () => {
    const stores = [storesOf(test.db).settingsStore, storesOf(beside).settingsStore]
    for (let version = 0; version < 6; version += 1) {
      const { settings } = (await stores[version % 2]?.read()) ?? { settings: undefined }
      if (!settings) throw new Error('no settings')
      const changed = { ...settings, name: `Margin ${version}`, profiles: [`https://a.example/${version}`] }
      const change = { settings: changed, expectVersion: version, audit, effects: [] }
      expect(await stores[version % 2]?.write(change)).toBe(true)
      for (const store of stores) {
        expect(await store.read()).toEqual({ settings: changed, version: version + 1 })
      }
    }
  })

  it('is left to a newer version, as far as only that knows it, and told of', async () => {
    const { settingsStore } = storesOf(test.db)
    const { settings } = await settingsStore.read()
    await settingsStore.write({ settings, expectVersion: 0, audit, effects: [] })
    const stored = async () => {
      const [row] = await beside.read(sql`SELECT "value" FROM "setting" WHERE "key" = 'site'`)
      return text(row ?? {}, 'value')
    }
    const newer = JSON.stringify({ ...JSON.parse(await stored()), moonPhase: 'full', density: 'dense' })
    await beside.transaction((tx) =>
      tx.run(sql`UPDATE "setting" SET "value" = ${newer} WHERE "key" = 'site'`),
    )

    const unread = ['density', 'moonPhase']
    expect(await settingsStore.read()).toEqual({ settings, version: 1, unread })
    const changed = { ...settings, name: 'Margin' }
    expect(await settingsStore.write({ settings: changed, expectVersion: 1, audit, effects: [] })).toBe(true)
    expect(JSON.parse(await stored())).toMatchObject({ name: 'Margin', moonPhase: 'full', density: 'airy' })
  })

  it('lets nobody change the settings that others read', async () => {
    const { settingsStore } = storesOf(test.db)
    const { settings } = await settingsStore.read()
    await settingsStore.write({ settings, expectVersion: 0, audit, effects: [] })
    const read = await settingsStore.read()
    expect(() => Object.assign(read.settings, { name: 'Mine' })).toThrow(TypeError)
    expect(() => read.settings.profiles.push('mine')).toThrow(TypeError)
    expect(await settingsStore.read()).toEqual({ settings, version: 1 })
  })

  it('counts at the next look: a name of the staff, a guest, the end of a session', async () => {
    const [here, there] = [storesOf(test.db).accountStore, storesOf(beside).accountStore]
    expect(await here.isStaffName('ada')).toBe(false)
    const user = {
      id: 'u'.repeat(26),
      email: 'ada@example.org',
      emailKey: 'ada@example.org',
      name: 'Ada',
      nameKey: 'ada',
      slug: 'ada',
      role: 'moderator',
      bio: '',
      passwordHash: null,
      disabledAt: null,
      createdAt: 1,
    } as const
    await there.insertUser(user, audit)
    expect(await here.isStaffName('ada')).toBe(true)
    const times = {
      createdAt: 1,
      lastSeenAt: 1,
      expiresAt: 4_102_444_800_000,
      revokedAt: null,
      confirmedAt: null,
    }
    const session = { id: 's'.repeat(26), userId: user.id, userAgent: '', ...times }
    expect(await here.findSession(session.id)).toBeNull()
    await there.insertSession(session)
    expect(await here.findSession(session.id)).toEqual({ session, user })
    await there.changeUser(user.id, { role: 'member' }, audit)
    expect((await here.findSession(session.id))?.user.role).toBe('member')
    expect((await here.findSession(session.id))?.session.revokedAt).not.toBeNull()
    expect(await here.isStaffName('ada')).toBe(false)
  })

  it('changes the tables under statements that were prepared before', async () => {
    const rows = () => test.db.read(sql`SELECT "key", "version" FROM "setting" ORDER BY "key"`)
    const insert = (key: string) =>
      test.db.transaction((tx) =>
        tx.run(sql`INSERT INTO "setting" ("key", "value", "version", "updatedAt") VALUES (${key}, '', 1, 0)`),
      )
    await insert('a')
    expect(await rows()).toEqual([{ key: 'a', version: 1 }])
    await beside.transaction((tx) => tx.run(sql`ALTER TABLE "setting" ADD COLUMN "later" TEXT`))
    await insert('b')
    expect(await rows()).toEqual([
      { key: 'a', version: 1 },
      { key: 'b', version: 1 },
    ])
  })

  it('is read by more statements than are kept', async () => {
    const ask = (n: number) => test.db.read(new Sql([`SELECT ${n} AS "n"`], []))
    for (let n = 0; n < 700; n += 1) expect(await ask(n)).toEqual([{ n }])
    expect(await ask(0)).toEqual([{ n: 0 }])
  })
})

describe('a connection that breaks in use, on postgresql', () => {
  if (!POSTGRES_URL) return void it.skip('TEST_POSTGRES_URL is not set', () => {})

  it('fails what used it, and nothing else: the process lives, and the next is a new one', async () => {
    const test = await openTestDatabase('postgresql')
    const uncaught: unknown[] = []
    const hear = (error: unknown): void => void uncaught.push(error)
    process.on('uncaughtExceptionMonitor', hear)
    try {
      const broken = test.db.transaction((tx) => tx.all(sql`SELECT pg_terminate_backend(pg_backend_pid())`))
      await expect(broken).rejects.toThrow('terminating connection')
      expect(await test.db.read(sql`SELECT 1 AS "n"`)).toEqual([{ n: 1 }])
      expect(uncaught).toEqual([])
    } finally {
      process.off('uncaughtExceptionMonitor', hear)
      await test.close()
    }
  })
})
