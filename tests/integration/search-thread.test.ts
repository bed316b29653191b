import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Beside } from '../../lib/db/database'
import { makeStores } from '../../lib/db/make-stores'
import { sql } from '../../lib/db/sql'
import { makeIds } from '../../lib/kernel/ids'
import { SEARCH_INDEXES } from '../../lib/search/search-keeper'
import { SearchThread } from '../../server/process/search-thread'
import { aSubmission, storePiece } from '../contract/support/rows'
import { bundled } from '../support/bundled'
import { PROJECT, type TestDatabase, openTestDatabase } from '../support/database'
import { PinnedClock } from '../support/memory/pinned-clock'
import { writerProgram } from '../support/writer-program'

const KEEPER = bundled(join(PROJECT, 'server/search-keeper.ts'))
const clock = new PinnedClock()
const ids = makeIds(clock)
const worldOf = ({ db }: TestDatabase) => ({ ...makeStores(db, clock, ids), clock, ids })

let opened: TestDatabase
let world: ReturnType<typeof worldOf>
let articleId: string
let thread: SearchThread
beforeEach(async () => {
  opened = await openTestDatabase('sqlite', { writerProgram: writerProgram() })
  world = worldOf(opened)
  articleId = (await storePiece(world)).id
  thread = threadOf(KEEPER)
})
afterEach(async () => {
  await thread.stop()
  await opened.close()
})

const besideUs = () => {
  const { beside } = opened.db
  if (!beside) throw new Error('SQLite lends its turn')
  return beside
}
const threadOf = (program: string, lent: Pick<Beside, 'lend'> = besideUs()): SearchThread =>
  new SearchThread({ ...besideUs(), lend: () => lent.lend() }, program, clock)

const programOf = (source: string): string => {
  const program = join(dirname(opened.url.slice('file:'.length)), 'program.mjs')
  writeFileSync(program, source)
  return program
}

const posted = async (): Promise<string> => {
  const submission = aSubmission(world, { articleId })
  await world.commentStore.insert(submission)
  return submission.comment.id
}
const keep = (...commentIds: readonly string[]) =>
  thread.keep(commentIds.map((commentId) => ({ kind: 'comment.submitted', commentId, articleId })))

const wrong = async (): Promise<readonly string[]> => {
  const found: string[] = []
  for (const index of SEARCH_INDEXES) {
    for (const look of ['strays', 'missing'] as const) {
      const stretch = { after: '', size: 1_000 }
      found.push(...(await world.searchKeeper[look](index, 'everything', clock.now(), stretch)).found)
    }
  }
  return found
}

it('makes every index right, step by step, and keeps it so', async () => {
  const before = await Promise.all(Array.from({ length: 60 }, posted))
  expect(await wrong()).toEqual(expect.arrayContaining([articleId, ...before]))
  let steps = 0
  for await (const _ of thread.fill()) steps += 1
  expect(steps).toBeGreaterThan(SEARCH_INDEXES.length)
  expect(await wrong()).toEqual([])
  const one = await posted()
  expect(await wrong()).toEqual([one])
  await keep(one)
  expect(await wrong()).toEqual([])
})

it('finds what the clock has made public, by the clock it is told', async () => {
  const since = clock.now()
  const { id } = await storePiece(world, { publishedAt: since + 60_000 })
  await thread.due(since)
  expect(await wrong()).not.toContain(id)
  clock.advance(61_000)
  expect(await wrong()).toContain(id)
  await thread.due(since)
  expect(await wrong()).not.toContain(id)
})

it('keeps while others post, who are answered and lose nothing', async () => {
  const first = await Promise.all(Array.from({ length: 100 }, posted))
  const [, ...more] = await Promise.all([keep(...first), ...Array.from({ length: 200 }, posted)])
  expect(new Set(more).size).toBe(200)
  expect([...(await wrong())].sort()).toEqual([articleId, ...more].sort())
  const [row] = await opened.db.read(sql`SELECT count(*) AS "n" FROM "comment"`)
  expect(row).toEqual({ n: 300 })
})

it('waits its turn behind a transaction of the server', async () => {
  const id = await posted()
  const order: string[] = []
  let kept = Promise.resolve()
  await opened.db.transaction(async (tx) => {
    await tx.run(
      sql`INSERT INTO "guest" ("id", "keyHash", "createdAt", "lastSeenAt") VALUES ('g', 'g', 1, 1)`,
    )
    kept = keep(id).then(() => void order.push('thread'))
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
    order.push('transaction')
  })
  await kept
  expect(order).toEqual(['transaction', 'thread'])
  expect(await wrong()).toEqual([articleId])
})

it('is no other process, whose changes would have to be looked for', async () => {
  const id = await posted()
  const before = opened.db.foreignVersion()
  await keep(id)
  expect(opened.db.foreignVersion()).toBe(before)
})

it('says what failed, gives the turn back, and goes on', async () => {
  const id = await posted()
  await opened.db.transaction(async (tx) => {
    await tx.run(sql`ALTER TABLE "comment_search" RENAME TO "elsewhere"`)
  })
  await expect(keep(id)).rejects.toThrow(/no such table/)
  await opened.db.transaction(async (tx) => {
    await tx.run(sql`ALTER TABLE "elsewhere" RENAME TO "comment_search"`)
    await tx.run(
      sql`CREATE TRIGGER "no" BEFORE INSERT ON "comment_search" BEGIN SELECT RAISE(ABORT, 'not now'); END`,
    )
  })
  await expect(keep(id)).rejects.toThrow(/not now/)
  await opened.db.transaction((tx) => tx.run(sql`DROP TRIGGER "no"`))
  await keep(id)
  expect(await wrong()).toEqual([articleId])
})

it('fails when the thread ends, and begins another one', async () => {
  const lost = threadOf('/nowhere/search-keeper.mjs')
  await expect(lost.due(0)).rejects.toThrow(/nowhere/)
  await expect(lost.fill().next()).rejects.toThrow(/nowhere/)
  await lost.stop()
  await keep(await posted())
  expect(await wrong()).toEqual([articleId])
})

/** Ends as soon as it may write. */
const DIES = `import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ kind }) => (kind === 'turn' ? process.exit(3) : parentPort.postMessage({ kind: 'wants-turn' })))`

it('gives the turn back when the thread ends with it', async () => {
  const dying = threadOf(programOf(DIES))
  await expect(dying.due(0)).rejects.toThrow(/ended/)
  const id = await posted()
  await keep(id)
  expect(await wrong()).toEqual([articleId])
})

/** Ends while it waits for its turn if it is asked what is due; else it takes its turn and gives it back. */
const WAITS = `import { parentPort } from 'node:worker_threads'
parentPort.on('message', (message) => {
  if (message.kind === 'task') {
    parentPort.postMessage({ kind: 'wants-turn' })
    if (message.task.kind === 'due') parentPort.close()
  }
  if (message.kind === 'turn') for (const kind of ['turn-over', 'done']) parentPort.postMessage({ kind, isDone: true })
  if (message.kind === 'no-turn') parentPort.postMessage({ kind: 'failed', message: message.message, code: '' })
})`

it('takes no turn from a thread because the one before it could not have one', async () => {
  const asked: { give(release: () => void): void; refuse(error: Error): void }[] = []
  const lend = () => new Promise<() => void>((give, refuse) => void asked.push({ give, refuse }))
  const waiting = threadOf(programOf(WAITS), { lend })
  await expect(waiting.due(0)).rejects.toThrow(/ended/)
  const kept = waiting.keep([])
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  const given = vi.fn()
  asked[0]?.refuse(new Error('The file is busy.'))
  asked[1]?.give(given)
  await kept
  expect(given).toHaveBeenCalledOnce()
})
