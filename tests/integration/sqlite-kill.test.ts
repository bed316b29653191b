import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../../lib/db/open-database'
import { sql } from '../../lib/db/sql'
import { migrate } from '../../lib/db/migrate'
import { startChild } from '../support/child'
import { PROJECT, type TestPlace, testPlace } from '../support/database'

const ROUNDS = 4

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
