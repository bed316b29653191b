import { dirname } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../../lib/db/open-database'
import { sql } from '../../lib/db/sql'
import { migrate } from '../../lib/db/migrate'
import { startChild } from '../support/child'
import { aPiece } from '../support/builders/a-piece'
import { PROJECT, type TestPlace, testPlace } from '../support/database'
import { writerProgram } from '../support/writer-program'
import { openHouse } from '../../server/process/open-house'

const ROUNDS = 4
const POSTS = 150

let place: TestPlace
beforeEach(async () => {
  place = await testPlace('sqlite')
  await migrate({ url: place.url, root: PROJECT })
})
afterEach(() => place.remove())

it(`keeps every acknowledged row through ${ROUNDS} kills`, async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = startChild('write-settings.ts', place.url, `round${round}`)
    const enough = `round${round}-${20 + 7 * round}`
    await child.line((line) => line === enough)
    child.process.kill('SIGKILL')
    await child.ended
    acknowledged.push(...child.lines)
  }
  const db = await openDatabase(place.url)
  const rows = await db.read(sql`SELECT "key" FROM "setting"`)
  const stored = new Set(rows.map((row) => row.key))
  expect(acknowledged.filter((key) => !stored.has(key))).toEqual([])
  // At most one group per kill was stored without its answers getting through.
  expect(stored.size - acknowledged.length).toBeLessThanOrEqual(3 * ROUNDS)
  expect(await db.read(sql`PRAGMA integrity_check`)).toEqual([{ integrity_check: 'ok' }])
  await db.close()
})

/** Several processes are started one after the other, on a machine that may be busy. */
const BUSY_MS = 180_000

it(
  `loses and doubles no comment of sixteen posters through ${ROUNDS} kills`,
  async () => {
    const dataDir = dirname(place.url.slice('file:'.length))
    const house = await openHouse({ dataDir, databaseUrl: place.url, rateLimits: false }, (error) => {
      throw error
    })
    const { slug } = await aPiece(house.stet)
    await house.database.close()

    /** By number, every id that an answer named. */
    const acknowledged = new Map<string, Set<string>>()
    for (let round = 1; round <= ROUNDS; round += 1) {
      // Each round begins again at 0: what was answered before is answered again, what was cut off is tried again.
      const child = startChild('post-comments.ts', dataDir, slug, writerProgram())
      await child.line((line) => Number(line.split(' ')[0]) >= POSTS * round)
      child.process.kill('SIGKILL')
      await child.ended
      for (const line of child.lines) {
        const [n = '', id = ''] = line.split(' ')
        acknowledged.set(n, (acknowledged.get(n) ?? new Set()).add(id))
      }
    }

    const db = await openDatabase(place.url)
    const rows = await db.read(sql`
    SELECT r."body", c."id" FROM "comment" c JOIN "comment_revision" r ON r."commentId" = c."id"`)
    const stored = new Map<string, unknown[]>()
    for (const { body, id } of rows) {
      const n = /\d+/.exec(String(body))?.[0] ?? ''
      stored.set(n, [...(stored.get(n) ?? []), id])
    }
    expect(acknowledged.size).toBeGreaterThan(POSTS * ROUNDS - 2 * 16)
    for (const [n, ids] of acknowledged) expect([n, stored.get(n)]).toEqual([n, [...ids]])
    expect([...stored].filter(([, copies]) => copies.length > 1)).toEqual([])
    // Whole or not at all: each with its guest and its effect.
    const [counted] = await db.read(sql`
    SELECT (SELECT count(*) FROM "comment") AS "comments", (SELECT count(*) FROM "guest") AS "guests",
      (SELECT count(*) FROM "outbox" WHERE "kind" = 'comment.submitted') AS "effects"`)
    expect(counted).toEqual({ comments: stored.size, guests: stored.size, effects: stored.size })
    await db.close()
  },
  BUSY_MS,
)
