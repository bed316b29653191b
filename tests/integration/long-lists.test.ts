import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Stores, makeStores } from '../../lib/db/make-stores'
import { sql } from '../../lib/db/sql'
import { makeIds } from '../../lib/kernel/ids'
import { type TestDatabase, openTestDatabase } from '../support/database'
import { PinnedClock } from '../support/memory/pinned-clock'

/** Long enough that a list is walked by date instead of being gathered and sorted (lib/db/sql-piece-index.ts). */
const PIECES = 1_500

let test: TestDatabase
let stores: Stores
const clock = new PinnedClock()

/** Piece n came out at n. All have the tag `all`, every third is a draft, every hundredth has the tag `few`. */
const idOf = (n: number): string => String(n).padStart(26, '0')
const isPublic = (n: number): boolean => n % 3 !== 0
const numbers = Array.from({ length: PIECES }, (_, n) => n + 1)

beforeAll(async () => {
  test = await openTestDatabase('sqlite')
  stores = makeStores(test.db, clock, makeIds(clock))
  clock.set(PIECES)
  await test.db.transaction(async (tx) => {
    await tx.run(sql`
      INSERT INTO "user" ("id", "email", "emailKey", "name", "nameKey", "slug", "role", "createdAt", "updatedAt")
      VALUES ('u', 'a', 'a', 'Ada', 'ada', 'ada', 'owner', 1, 1)`)
    for (const tag of ['all', 'few'])
      await tx.run(sql`INSERT INTO "tag" ("id", "slug", "name") VALUES (${tag}, ${tag}, ${tag})`)
    await tx.run(sql`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${PIECES})
      INSERT INTO "article" ("id", "slug", "status", "draftRevisionId", "liveRevisionId", "createdById", "createdAt",
        "updatedAt", "publishedAt")
      SELECT printf('%026d', i), 's' || i, CASE WHEN i % 3 = 0 THEN 'draft' ELSE 'published' END, 'r' || i, 'r' || i,
        'u', i, i, i FROM n`)
    await tx.run(sql`
      INSERT INTO "article_revision" ("id", "articleId", "number", "title", "document", "schemaVersion", "html",
        "plainText", "wordCount", "authorId", "createdAt")
      SELECT "draftRevisionId", "id", 1, "slug", '{}', 1, '', '', 1, 'u', 1 FROM "article"`)
    await tx.run(
      sql`INSERT INTO "byline" ("articleId", "userId", "position") SELECT "id", 'u', 0 FROM "article"`,
    )
    await tx.run(
      sql`INSERT INTO "article_tag" ("articleId", "tagId", "position") SELECT "id", 'all', 0 FROM "article"`,
    )
    await tx.run(sql`
      INSERT INTO "article_tag" ("articleId", "tagId", "position")
      SELECT "id", 'few', 1 FROM "article" WHERE "publishedAt" % 100 = 0`)
  })
})
afterAll(() => test.close())

it.each([
  ['tag', { kind: 'tag', tagId: 'all' }, (): boolean => true],
  ['author', { kind: 'author', userId: 'u' }, (): boolean => true],
  ['short list', { kind: 'tag', tagId: 'few' }, (n: number): boolean => n % 100 === 0],
] as const)(
  'every public piece of a long %s is reached, newest first, each once',
  async (_, within, belongs) => {
    const found: number[] = []
    let after: { at: number; id: string } | null = null
    for (;;) {
      const cards = await stores.pieceIndex.cards(clock.now(), { limit: 400, within, after })
      const last = cards.at(-1)
      if (!last) break
      found.push(...cards.map(({ publishedAt }) => publishedAt))
      after = { at: last.publishedAt, id: last.id }
    }
    expect(found).toEqual(numbers.filter((n) => isPublic(n) && belongs(n)).toReversed())
  },
)

it('finds pieces with the same tags: of a long tag the newest, of a short one all', async () => {
  const found = await stores.pieceIndex.sharingTags(idOf(100), clock.now(), PIECES)
  const both = [1400, 1300, 1100, 1000, 800]
  const newest = numbers.filter(isPublic).slice(-500).toReversed()
  expect(found.map(({ card, shared }) => [card.publishedAt, shared])).toEqual([
    ...both.map((n) => [n, 2]),
    ...newest.filter((n) => !both.includes(n)).map((n) => [n, 1]),
    ...[700, 500, 400, 200].map((n) => [n, 1]),
  ])
})
