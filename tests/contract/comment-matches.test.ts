import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matchedComments } from '../../lib/db/comment-matches'
import { indexLanguages } from '../../lib/db/index-languages'
import { makeStores } from '../../lib/db/make-stores'
import { sql } from '../../lib/db/sql'
import { makeIds } from '../../lib/kernel/ids'
import type { Cursor } from '../../lib/kernel/paging'
import { fillIndexes } from '../../lib/search/keep-index'
import { parseQuery } from '../../lib/text/parse-query'
import { POSTGRES_URL, type TestDatabase, openTestDatabase } from '../support/database'
import { PinnedClock } from '../support/memory/pinned-clock'
import { questionOf } from '../support/queue-page'
import type { World } from './support/backends'
import { storeComment, storePiece } from './support/rows'

const PROVIDERS = POSTGRES_URL ? (['sqlite', 'postgresql'] as const) : (['sqlite'] as const)

/** The same words, found the same way, whichever database looks. */
describe.each(PROVIDERS)("moderators' full-text search on %s", (provider) => {
  let opened: TestDatabase
  let world: World
  const ids = new Map<string, string>()

  beforeAll(async () => {
    opened = await openTestDatabase(provider)
    const clock = new PinnedClock()
    world = { ...makeStores(opened.db, clock, makeIds(clock)), clock, ids: makeIds(clock) }
    const english = await storePiece(world)
    const french = await storePiece(world, {}, { language: 'fr-CA' })
    const say = async (key: string, articleId: string, given: object): Promise<void> => {
      const comment = await storeComment(world, { articleId, ...given })
      ids.set(comment.id, key)
    }
    await say('waiting', english.id, { body: 'The floods took four minutes.', name: 'Zoë Müller' })
    await say('spam', english.id, { body: "Cheap watches; DROP TABLE comment; -- it's", status: 'spam' })
    await say('approved', english.id, { body: 'Minutes of four meetings', status: 'approved' })
    await say('erased', english.id, { body: 'A flood of tears', status: 'erased' })
    await say('french', french.id, { body: "L'écluse et les écluses générales", status: 'rejected' })
    await say('arabic', french.id, { body: 'مَدِينَة على القناة', name: 'منى' })
    await say('chinese', french.id, { body: '我住在东京都的旁边' })
    const steps = fillIndexes(world)
    while (!(await steps.next()).done);
  })
  afterAll(() => opened.close())

  const found = async (typed: string): Promise<readonly unknown[]> => {
    const query = parseQuery(typed, await indexLanguages(opened.db, 'desk'))
    if (!query) return []
    const rows = await opened.db.read(
      sql`SELECT m."id" FROM (${matchedComments(opened.db, query, { below: null, limit: 100 })}) m`,
    )
    return rows.map(({ id }) => ids.get(String(id))).sort()
  }

  it('knows the languages of what was written', async () => {
    expect(await indexLanguages(opened.db, 'desk')).toEqual(['en', 'fr-CA'])
  })

  it('looks through what holds the words part by part, newest first, until a page is full', async () => {
    const { id: articleId } = await storePiece(world)
    const store = async (status: 'spam' | 'pending', count: number): Promise<readonly string[]> => {
      const stored: string[] = []
      for (let n = 0; n < count; n += 1) {
        world.clock.advance(1)
        stored.unshift((await storeComment(world, { articleId, status, body: `Harbour ${n}` })).id)
      }
      return stored
    }
    // More wait between the spam than are looked through at first.
    const [older, , newer] = [await store('spam', 3), await store('pending', 110), await store('spam', 2)]
    const steps = fillIndexes(world)
    while (!(await steps.next()).done);
    const words = parseQuery('harbour', ['en'])
    const spam = async (after: Cursor | null) => {
      const page = await world.queueReader.find(questionOf('spam', after, 4, { words }))
      return { ids: page.places.map(({ id }) => id), next: page.next }
    }
    const first = await spam(null)
    expect(first.ids).toEqual([...newer, ...older.slice(0, 2)])
    expect(await spam(first.next)).toEqual({ ids: older.slice(2), next: null })
  })

  it.each([
    ['flooding', ['waiting']],
    ['minutes four', ['approved', 'waiting']],
    ['"four minutes"', ['waiting']],
    ['"minutes four"', []],
    ['watch* cheap', ['spam']],
    ['wat', ['spam']],
    ['wat cheap', []],
    ['ZOE', ['waiting']],
    ['muller floods', ['waiting']],
    ['ecluse general', ['french']],
    ['مدينة', ['arabic']],
    ['مني', ['arabic']],
    ['东京', ['chinese']],
    ['京东', []],
    ['tears', []],
    ['"it\'s" drop', ['spam']],
    ['" OR ( NEAR { * ) \' : & | ! <->', []],
  ])('%s', async (typed, expected) => {
    expect(await found(typed)).toEqual(expected)
  })
})
