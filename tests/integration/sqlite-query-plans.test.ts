import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Stores, makeStores } from '../../lib/db/make-stores'
import { Sql } from '../../lib/db/sql'
import { makeIds } from '../../lib/kernel/ids'
import { PinnedClock } from '../support/memory/pinned-clock'
import { type TestDatabase, openTestDatabase } from '../support/database'

let test: TestDatabase
let stores: Stores
/** Lines of EXPLAIN QUERY PLAN, gathered instead of rows. */
let plan: string[]

const explain = ({ strings: [first = '', ...rest], values }: Sql): Sql =>
  new Sql([`EXPLAIN QUERY PLAN ${first}`, ...rest], values)

beforeAll(async () => {
  test = await openTestDatabase('sqlite')
  const clock = new PinnedClock()
  const read: TestDatabase['db']['read'] = async (query) => {
    for (const row of await test.db.read(explain(query))) plan.push(String(row.detail))
    return []
  }
  stores = makeStores({ ...test.db, read }, clock, makeIds(clock))
})
afterAll(() => test.close())

const after = { at: 5, id: 'x' }

/** What is read on every page and every card. The tables' short names are those of lib/db/visible.ts. */
const HOT: Readonly<Record<string, () => Promise<unknown>>> = {
  'roots of a thread': () => stores.threadReader.roots('a', 9, after, 20),
  'replies below roots': () => stores.threadReader.replies(['a', 'b'], 9),
  'visible comments of a piece': () => stores.threadReader.count('a', 9),
  'one comment': () => stores.threadReader.visible('a', 9),
  "an author's own comments": () => stores.threadReader.own('a', { guestId: 'g' }),
  'what waits': () => stores.queueReader.list('waiting', after, 20),
  'what is spam': () => stores.queueReader.list('spam', after, 20),
  'how long comments waited': () => stores.queueReader.waits(9, 20),
  'counts of the tabs': () => stores.queueReader.counts(),
  'latest pieces': () => stores.articleReader.latest(9, { limit: 10, after }),
  'the same text': () => stores.commentStore.sameText('f', 1),
  'trust in an author': () => stores.commentStore.countByAuthor({ guestId: 'g' }, 'approved'),
}

it.each(Object.keys(HOT))('finds %s by an index', async (name) => {
  plan = []
  await HOT[name]?.()
  expect(plan).not.toEqual([])
  // The partial index over what waits holds nothing else: walking it whole is the count.
  const scans = plan.filter((line) => /^SCAN (comment|comment_revision|article|[acdpr])\b/.test(line))
  expect(scans.filter((line) => !line.endsWith('USING COVERING INDEX comment_waiting_idx'))).toEqual([])
})

it.each(['what waits', 'what is spam'])('sorts nothing for %s', async (name) => {
  plan = []
  await HOT[name]?.()
  expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toEqual([])
})

it('looks for the replies of a root below that root', async () => {
  plan = []
  await HOT['replies below roots']?.()
  expect(plan[0]).toContain('comment_rootId')
})

it('walks what was decided lately, newest first, and nothing older', async () => {
  plan = []
  await HOT['how long comments waited']?.()
  expect(plan.some((line) => line.includes('decision USING INDEX decision_waited_idx'))).toBe(true)
  expect(plan.filter((line) => line.includes('TEMP B-TREE') || /^SCAN decision/.test(line))).toEqual([])
})
