import SqliteFile from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeStores } from '../../lib/db/make-stores'
import { NearFilter } from '../../lib/db/near-filter'
import type { Sql } from '../../lib/db/sql'
import { makeIds } from '../../lib/kernel/ids'
import { aSubmission, storePiece } from '../contract/support/rows'
import { Chance } from '../support/chance'
import { type TestDatabase, openTestDatabase } from '../support/database'
import { PinnedClock } from '../support/memory/pinned-clock'

type Bands = readonly [number, number, number, number]

let opened: TestDatabase
/** Another process: what it writes passes by our stores. */
let beside: SqliteFile.Database
let filter: NearFilter
const asked: string[] = []
const newFilter = (): NearFilter =>
  new NearFilter({
    read: (query: Sql) => {
      asked.push(query.sql)
      return opened.db.read(query)
    },
    version: () => opened.db.version(),
  })
beforeEach(async () => {
  opened = await openTestDatabase('sqlite')
  beside = new SqliteFile(opened.url.slice('file:'.length), { timeout: 5_000 })
  beside.pragma('foreign_keys = OFF')
  filter = newFilter()
  asked.length = 0
})
afterEach(async () => {
  beside.close()
  await opened.close()
})

let written = 0
const write = (bands: Bands | null): string => {
  const id = `r${(written += 1)}`
  beside
    .prepare(
      `INSERT INTO comment_revision (id, commentId, number, state, body, fingerprint, createdAt, band0, band1, band2, band3)
       VALUES (?, ?, 1, 'pending', '', '', 1, ?, ?, ?, ?)`,
    )
    .run(id, id, ...(bands ?? [null, null, null, null]))
  return id
}

/** Whether any text may be near. */
const mayMeet = async (bands: Bands): Promise<boolean> => (await filter.meeting(bands)).size > 0

const chance = new Chance(7)
const aBand = (): number => chance.below(2 ** 32) * 2 ** 20 + chance.below(2 ** 20)
const someBands = (): Bands => [aBand(), aBand(), aBand(), aBand()]
/** Meets the other text in one band only. */
const nearTo = (bands: Bands, band: number): Bands =>
  someBands().map((one, n) => (n === band ? (bands[n] ?? 0) : one)) as unknown as Bands

it('says of nothing that it is near while nothing is stored, and of a text as soon as it is', async () => {
  const bands = someBands()
  expect(await mayMeet(bands)).toBe(false)
  write(null)
  expect(await mayMeet(bands)).toBe(false)
  write(bands)
  for (const band of [0, 1, 2, 3])
    expect((await filter.meeting(nearTo(bands, band))).has(bands[band] ?? 0)).toBe(true)
})

it('misses none of what was stored before it, in reads of a bounded size, nor of what comes while it reads', async () => {
  const all = Array.from({ length: 11_000 }, someBands)
  beside.transaction(() => all.slice(0, 10_500).forEach(write))()
  const first = mayMeet(someBands())
  beside.transaction(() => all.slice(10_500).forEach(write))()
  await first
  const answers = await Promise.all(all.map((bands, n) => mayMeet(nearTo(bands, n % 4))))
  expect(answers.filter((answer) => !answer).length).toBe(0)
  const strangers = await Promise.all(all.slice(0, 1_000).map(() => mayMeet(someBands())))
  expect(strangers.filter(Boolean).length).toBeLessThan(50)
})

it('grows with what is stored', async () => {
  write(someBands())
  await mayMeet(someBands())
  const all = Array.from({ length: 70_000 }, someBands)
  beside.transaction(() => all.forEach(write))()
  asked.length = 0
  const answers = await Promise.all(all.slice(-500).map((bands, n) => mayMeet(nearTo(bands, n % 4))))
  expect(answers.filter((answer) => !answer).length).toBe(0)
  expect(asked.some((sql) => sql.includes('"band3" >'))).toBe(true)
})

it('knows of what this process wrote itself', async () => {
  const clock = new PinnedClock()
  const ids = makeIds(clock)
  const world = { ...makeStores(opened.db, clock, ids), clock, ids }
  const { id: articleId } = await storePiece(world)
  for (let n = 0; n < 3; n += 1) {
    const bands = someBands()
    expect(await mayMeet(bands)).toBe(false)
    const desk = { script: 'Latin', links: 0, heldBy: [], queueOrder: 1, queueWhy: [], bands, floodId: null }
    await world.commentStore.insert({ ...aSubmission(world, { articleId }), desk })
    expect((await filter.meeting(bands)).size).toBe(4)
  }
})

it('begins again when rows are numbered anew', async () => {
  const gone = Array.from({ length: 5 }, () => write(someBands()))
  write(someBands())
  await mayMeet(someBands())
  for (const id of gone) beside.prepare('DELETE FROM comment_revision WHERE id = ?').run(id)
  beside.exec('VACUUM')
  const bands = someBands()
  write(bands)
  // More than were there before: the number it last saw is in use again.
  for (let n = 0; n < 9; n += 1) write(someBands())
  expect(await mayMeet(nearTo(bands, 2))).toBe(true)
})

it('asks nothing while nothing was written, once for what was added, and not for the indexes', async () => {
  write(someBands())
  await mayMeet(someBands())
  asked.length = 0
  await mayMeet(someBands())
  expect(asked).toEqual([])
  write(null)
  await mayMeet(someBands())
  expect(asked.length).toBe(1)
  expect(asked[0]).toContain('"rowid" >=')
})
