import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateDecisions } from '../../lib/db/date-decisions'
import { makeStores } from '../../lib/db/make-stores'
import { sql } from '../../lib/db/sql'
import { makeIds } from '../../lib/kernel/ids'
import { POSTGRES_URL, type TestDatabase, openTestDatabase } from '../support/database'
import { PinnedClock } from '../support/memory/pinned-clock'
import type { World } from './support/backends'
import { aChange, aDecision, recordOf, storeComment, storePiece } from './support/rows'

const PROVIDERS = POSTGRES_URL ? (['sqlite', 'postgresql'] as const) : (['sqlite'] as const)

describe.each(PROVIDERS)('decisions that an older build wrote on %s', (provider) => {
  let opened: TestDatabase
  let world: World
  beforeAll(async () => {
    opened = await openTestDatabase(provider)
    const clock = new PinnedClock()
    world = { ...makeStores(opened.db, clock, makeIds(clock)), clock, ids: makeIds(clock) }
  })
  afterAll(() => opened.close())

  it('are found again once they were dated, and none is touched twice', async () => {
    const { id: articleId } = await storePiece(world)
    const decided: string[] = []
    for (const to of ['approved', 'spam'] as const) {
      const { id } = await storeComment(world, { articleId, status: 'pending' })
      const decision = aDecision(world, await recordOf(world, id), to)
      expect(await world.commentStore.apply(await aChange(world, id, to, { decision }))).toBe(true)
      decided.push(id)
    }
    const [old = '', recent = ''] = decided
    // As the older build leaves it.
    await opened.db.transaction((tx) =>
      tx.run(sql`UPDATE "decision" SET "commentAt" = NULL WHERE "commentId" = ${old}`),
    )
    expect(await world.commentStore.decisionsOn(old)).toEqual([])
    expect(await dateDecisions(opened.db)).toBe(1)
    expect(await world.commentStore.decisionsOn(old)).toHaveLength(1)
    expect(await world.commentStore.decisionsOn(recent)).toHaveLength(1)
    expect(await dateDecisions(opened.db)).toBe(0)
  })
})
