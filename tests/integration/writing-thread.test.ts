import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Database } from '../../lib/db/database'
import { makeStores } from '../../lib/db/make-stores'
import { sql } from '../../lib/db/sql'
import { SqliteConnections } from '../../lib/db/sqlite-connections'
import { WritingThread } from '../../lib/db/writing-thread'
import { makeIds } from '../../lib/kernel/ids'
import { aSubmission, storePiece } from '../contract/support/rows'
import { type TestDatabase, openTestDatabase } from '../support/database'
import { PinnedClock } from '../support/memory/pinned-clock'
import { writerProgram } from '../support/writer-program'

const clock = new PinnedClock()
const ids = makeIds(clock)

const worldOf = (db: Database) => ({ ...makeStores(db, clock, ids), clock, ids })

let opened: TestDatabase
let world: ReturnType<typeof worldOf>
let articleId: string
const deaths: string[] = []
beforeEach(async () => {
  deaths.length = 0
  opened = await openTestDatabase('sqlite', {
    writerProgram: writerProgram(),
    onFatal: ({ message }) => deaths.push(message),
  })
  world = worldOf(opened.db)
  articleId = (await storePiece(world)).id
})
afterEach(() => opened.close())

const many = (count: number, given: Readonly<Record<string, unknown>> = {}) =>
  Array.from({ length: count }, () => aSubmission(world, { articleId, ...given }))

const bodies = async (): Promise<unknown[]> =>
  (await opened.db.read(sql`SELECT "body" FROM "comment_revision"`)).map(({ body }) => body)

it('stores many at once, and each can be read as soon as it is answered for', async () => {
  const found = await Promise.all(
    many(100).map(async (submission) => {
      const outcome = await world.commentStore.insert(submission)
      return { outcome, record: await world.commentStore.find(submission.comment.id), submission }
    }),
  )
  for (const { outcome, record, submission } of found) {
    expect(outcome).toEqual({ kind: 'stored' })
    expect(record).toEqual({ comment: submission.comment, revisions: [submission.revision] })
  }
})

it('takes back only what fails of those that are stored together', async () => {
  const [good, better] = many(2)
  const [fair] = many(1)
  const [broken] = many(1, { articleId: 'of no piece' })
  if (!good || !better || !fair || !broken) throw new Error('nothing to store')
  const outcomes = await Promise.allSettled(
    [good, broken, better, fair].map((submission) => world.commentStore.insert(submission)),
  )
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(outcomes[1]).toMatchObject({ reason: { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' } })
  expect((await bodies()).length).toBe(3)
  const [guests] = await opened.db.read(sql`SELECT count(*) AS "n" FROM "guest"`)
  expect(guests).toEqual({ n: 3 })
})

it('waits its turn behind a transaction of the server, and lets the next one in', async () => {
  const [one, two] = many(2)
  if (!one || !two) throw new Error('nothing to store')
  const order: string[] = []
  const first = opened.db.transaction(async (tx) => {
    await tx.run(
      sql`INSERT INTO "guest" ("id", "keyHash", "createdAt", "lastSeenAt") VALUES ('g', 'g', 1, 1)`,
    )
    // It is sent to the thread while this transaction has the turn.
    void world.commentStore.insert(one).then(() => order.push('thread'))
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
    order.push('transaction')
  })
  await first
  await world.commentStore.insert(two)
  expect(order).toEqual(['transaction', 'thread'])
  expect((await bodies()).length).toBe(2)
})

it('is no other process, whose changes would have to be looked for', async () => {
  const before = opened.db.foreignVersion()
  await Promise.all(many(5).map((submission) => world.commentStore.insert(submission)))
  expect(opened.db.foreignVersion()).toBe(before)
  await opened.db.read(sql`SELECT 1 FROM "comment"`)
  expect(opened.db.foreignVersion()).toBe(before)
})

it('answers whoever waits before the database is closed', async () => {
  const stored = Promise.all(many(30).map((submission) => world.commentStore.insert(submission)))
  await opened.db.close()
  expect((await stored).every(({ kind }) => kind === 'stored')).toBe(true)
  expect(deaths).toEqual([])
  opened = await openTestDatabase('sqlite')
})

it('ends the process when the thread cannot go on, and leaves nobody without an answer', async () => {
  const lost = await openTestDatabase('sqlite', {
    writerProgram: '/nowhere/comment-writer.mjs',
    onFatal: ({ message }) => deaths.push(message),
  })
  const place = worldOf(lost.db)
  const { id } = await storePiece(place)
  await expect(place.commentStore.insert(aSubmission(place, { articleId: id }))).rejects.toThrow(/nowhere/)
  expect(deaths[0]).toMatch(/nowhere/)
  await lost.close()
})

const failing = (error: Error) => {
  throw error
}
const heard = { onFatal: failing }

it('tells whoever waits when its turn cannot be had, or given back, and writes for the next', async () => {
  const file = opened.url.slice('file:'.length)
  const connections = await SqliteConnections.open(file, heard)
  const thread = new WritingThread(connections, writerProgram(), file)
  const outcomes = async () =>
    (await Promise.allSettled(many(2).map((one) => thread.insert(one, clock.now())))).map((outcome) =>
      outcome.status === 'fulfilled' ? outcome.value : outcome.reason,
    )
  const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' })
  const lend = vi.spyOn(connections, 'lend').mockRejectedValueOnce(busy)
  expect(await outcomes()).toEqual([busy, busy])
  expect(await outcomes()).toEqual(['stored', 'stored'])
  lend.mockResolvedValueOnce(() => failing(busy))
  expect(await outcomes()).toEqual(['stored', 'stored'])
  expect(await outcomes()).toEqual(['stored', 'stored'])
  expect((await bodies()).length).toBe(6)
  await thread.close()
  connections.close()
})

it('gives the turn back though the file cannot be looked at, before the thread has it and after', async () => {
  for (const when of ['before', 'after'] as const) {
    const connections = await SqliteConnections.open(opened.url.slice('file:'.length), heard)
    const release = when === 'after' ? await connections.lend() : null
    connections.writer.close()
    if (release) expect(release).toThrow(/not open/)
    else await expect(connections.lend()).rejects.toThrow(/not open/)
    expect(await connections.write(() => 'my turn')).toBe('my turn')
    connections.close()
  }
})
