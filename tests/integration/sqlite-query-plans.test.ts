import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Stores, makeStores } from '../../lib/db/make-stores'
import { Sql, join } from '../../lib/db/sql'
import { decisionsOn as archivedDecisions } from '../../lib/db/sql-export-store'
import type { ThreadSort } from '../../lib/comments/comment-view'
import { makeIds } from '../../lib/kernel/ids'
import type { QueueFilter, QueueTab } from '../../lib/moderation/queue-question'
import type { Somebody } from '../../lib/moderation/screening-reader'
import { questionOf } from '../support/queue-page'
import { PinnedClock } from '../support/memory/pinned-clock'
import { type TestDatabase, openTestDatabase } from '../support/database'

let test: TestDatabase
let stores: Stores
/** Lines of EXPLAIN QUERY PLAN, gathered instead of rows. */
let plan: string[]

const explain = ({ strings: [first = '', ...rest], values }: Sql): Sql =>
  new Sql([`EXPLAIN QUERY PLAN ${first}`, ...rest], values)

const read: TestDatabase['db']['read'] = async (query) => {
  for (const row of await test.db.read(explain(query))) plan.push(String(row.detail))
  return []
}

beforeAll(async () => {
  test = await openTestDatabase('sqlite')
  const clock = new PinnedClock()
  const readSteady: TestDatabase['db']['readSteady'] = (_table, _key, query) => read(query())
  stores = makeStores({ ...test.db, read, readSteady }, clock, makeIds(clock))
})
afterAll(() => test.close())

const after = { at: 5, id: 'x' }
const behind = { ...after, size: null }
const top = { id: 'a', depth: 0 }

const roots = (sort: ThreadSort, at = 5, size = 1) =>
  stores.threadReader.roots('a', 9, { sort, after: { at, id: 'x', size }, limit: 20 })
const later = (parent: { id: string; depth: number }) =>
  stores.threadReader.replies([parent], 9, { limit: 20, after: behind })
const filtered = (tab: QueueTab, filter: Partial<QueueFilter>) =>
  stores.queueReader.list(questionOf(tab, after, 20, filter))
const own = (author: { guestId: string } | { userId: string }, articleId: string | null) =>
  stores.threadReader.own(author, 9, { articleId, after, limit: 20 })

/** What is read on every page and every card. The tables' short names are those of lib/db/visible.ts. */
const author = (who: Somebody) => stores.screeningReader.author(who, { decided: 1, written: 5 }, null)

const HOT: Readonly<Record<string, () => Promise<unknown>>> = {
  'newest roots': () => roots('newest'),
  'oldest roots': () => roots('oldest'),
  'most discussed roots': () => roots('discussed'),
  'quiet roots': () => roots('discussed', 5, 0),
  'newest roots behind a stub': () => roots('newest', 0),
  'first replies of several': () =>
    stores.threadReader.replies([top, { id: 'b', depth: 1 }], 9, { limit: 3 }),
  'later replies': () => later(top),
  'first replies in a lane': () => stores.threadReader.replies([{ id: 'b', depth: 3 }], 9, { limit: 3 }),
  'later replies in a lane': () => later({ id: 'b', depth: 3 }),
  'what a comment answers': () => stores.threadReader.ancestors({ parentId: 'a' }, 9, 5),
  'picks of a thread': () => stores.threadReader.featured('a', 9, 3),
  'one comment or stub': () => stores.threadReader.shown('a', 'b', 9),
  'visible comments of a piece': () => stores.threadReader.count('a', 9),
  'one comment': () => stores.threadReader.visible('a', 9),
  "a guest's own comments here": () => own({ guestId: 'g' }, 'a'),
  "an account's own comments here": () => own({ userId: 'u' }, 'a'),
  "a guest's own comments": () => own({ guestId: 'g' }, null),
  "an account's own comments": () => own({ userId: 'u' }, null),
  'one own comment': () => stores.threadReader.ownById('a', 9),
  'what waits': () => stores.queueReader.list(questionOf('waiting', after)),
  'what is spam': () => stores.queueReader.list(questionOf('spam', after)),
  'what is reported': () => stores.queueReader.list(questionOf('reported', after)),
  'everything written': () => stores.queueReader.list(questionOf('all', after)),
  'what waits, newest first': () =>
    stores.queueReader.list({ ...questionOf('waiting', after), order: 'newest' }),
  'what waits through a filter': () =>
    filtered('waiting', { check: 'links', script: 'Latin', articleIds: ['a'] }),
  'what waits under pieces in some languages': () => filtered('waiting', { languages: ['de', 'de-AT'] }),
  'spam under pieces in a language': () => filtered('spam', { languages: ['de'] }),
  'who has a byline': () => stores.deskStore.writers(20),
  'languages of pieces': () => stores.deskStore.languages(),
  'spam through a filter': () => filtered('spam', { links: true }),
  'everything under one piece': () => filtered('all', { articleIds: ['a'] }),
  'spam under one piece': () => filtered('spam', { articleIds: ['a'] }),
  "an author's spam": () => filtered('spam', { author: { guestId: 'g' } }),
  "what waits of an author's": () => filtered('waiting', { author: { userId: 'u' } }),
  'what is folded behind cards': () => stores.queueReader.foldedBehind(['c', 'd'], 9, 20),
  'a flood that waits': () => stores.queueReader.waitingInFlood('f', 9, 20),
  'texts like another': () => stores.commentStore.nearTexts([1, 2, 3, 4], 5),
  'what a guest has done': () => author({ guestId: 'g' }),
  'what an account has done': () => author({ userId: 'u' }),
  'what a person wrote last under a piece': () => stores.screeningReader.lastUnder({ guestId: 'g' }, 'a'),
  'what guests on a network wrote': () => stores.screeningReader.guestsFrom(['k', 'l'], 'a', 5),
  'decisions on a comment': () => stores.commentStore.decisionsOn('c'),
  'decisions on some comments': () => stores.commentStore.decisionsOnAll(['c', 'd']),
  'decisions in the archive of everything': () => read(archivedDecisions(join(['c', 'd']))),
  'comments in the archive of everything': () => stores.exportStore.comments('c', 500),
  'what was decided with one click': () => stores.commentStore.decisionsInBatch('b'),
  'notes on a comment': () => stores.deskStore.notesOn(['c', 'd']),
  'how long comments waited': () => stores.queueReader.waits(9, 20),
  'counts of the tabs': () => stores.queueReader.counts(),
  'texts of pieces': () => stores.articleReader.readAll(['a', 'b'], 9),
  'latest cards': () => stores.pieceIndex.cards(9, { limit: 10, after }),
  'the pieces beside a piece': () => stores.pieceIndex.neighbours(after, 9),
  'featured pieces': () => stores.pieceIndex.featured(9, 3),
  'pinned pieces': () => stores.pieceIndex.pinned(9, 3),
  'pieces with a tag': () =>
    stores.pieceIndex.cards(9, { limit: 10, after, within: { kind: 'tag', tagId: 't' } }),
  'pieces of an author': () =>
    stores.pieceIndex.cards(9, { limit: 10, after, within: { kind: 'author', userId: 'u' } }),
  'pieces of a month': () =>
    stores.pieceIndex.cards(9, { limit: 10, after, within: { kind: 'period', from: 1, until: 9 } }),
  'pieces with the same tags': () => stores.pieceIndex.sharingTags('a', 9, 20),
  'a tag': () => stores.pieceIndex.tag('t', 9),
  'an author': () => stores.pieceIndex.author('u', 9),
  'newest comments': () => stores.feedReader.comments(9, { articleId: null, limit: 50 }),
  'newest comments of a piece': () => stores.feedReader.comments(9, { articleId: 'a', limit: 50 }),
  news: () => stores.feedReader.news(9, { since: 1, limit: 10 }),
  'a part of the map': () => stores.feedReader.sitemapPart(9, { part: 3, size: 10 }),
  'the same text': () => stores.commentStore.sameText('f', 1),
  'a wish': () => stores.wishStore.find('s', 9),
  "an account's wishes": () => stores.wishStore.activeOf('u', 9),
  "an address's wishes": () => stores.wishStore.countActive('e'),
  'addresses with news': () => stores.noticeStore.dueAddresses(9, 20),
  'what went to an address': () => stores.mailLog.facts('e', 9),
  'trust in a guest': () => stores.peopleReader.recordOf('guest:g'),
  'trust in an account': () => stores.peopleReader.recordOf('user:u'),
  'what stands against somebody': () => stores.measureStore.standing(['user:u', 'address:a'], 9),
  'the newest people': () => stores.peopleReader.list(null, after, 20),
  'people of a name': () => stores.peopleReader.list({ nameKey: 'ann' }, null, 20),
  'people with an address': () => stores.peopleReader.list({ emailKey: 'a@example.org' }, null, 20),
  'comments of an account': () => stores.peopleReader.history('user:u', after, 20),
  'comments of a guest': () => stores.peopleReader.history('guest:g', after, 20),
  'who shares an address': () =>
    stores.peopleReader.sharing('guest:g', { emailKeys: ['e'], addresses: [{ key: 'a', at: 1 }] }),
}

/** Walked whole, or to the end of a window: a partial index that holds little else, and the order of all comments. */
const PARTIAL =
  /^SCAN \w+ USING (COVERING )?INDEX (comment_waiting_(time_)?idx|report_open_idx|comment_desk_all_idx)$|^SCAN (desk_number|near|w)$/

it.each(Object.keys(HOT))('finds %s by an index', async (name) => {
  plan = []
  await HOT[name]?.()
  expect(plan).not.toEqual([])
  const scans = plan.filter((line) =>
    /^SCAN (comment|comment_revision|article|byline|decision|thread|[abcdprtu]|latest|live)\b/.test(line),
  )
  expect(scans.filter((line) => !PARTIAL.test(line))).toEqual([])
})

it.each(['what waits', 'what is spam', 'what waits under pieces in some languages'])(
  'sorts nothing for %s',
  async (name) => {
    plan = []
    await HOT[name]?.()
    expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toEqual([])
  },
)

it.each([
  ['newest roots', 'comment_roots_idx (articleId=? AND (createdAt,id)<(?,?))'],
  ['oldest roots', 'comment_roots_idx (articleId=? AND (createdAt,id)>(?,?))'],
  [
    'most discussed roots',
    'comment_discussed_idx (articleId=? AND branchSize>? AND (branchSize,createdAt,id)<(?,?,?))',
  ],
  ['most discussed roots', 'comment_roots_idx (articleId=?)'],
  ['quiet roots', 'comment_roots_idx (articleId=? AND (createdAt,id)<(?,?))'],
  ['first replies of several', 'comment_replies_idx (parentId=?)'],
  ['later replies', 'comment_replies_idx (parentId=? AND (createdAt,id)>(?,?))'],
  ['first replies in a lane', 'comment_lanes_idx (laneId=?)'],
  ['later replies in a lane', 'comment_lanes_idx (laneId=? AND (createdAt,id)>(?,?))'],
  ['newest comments of a piece', 'comment_feed_idx (articleId=?)'],
  ['newest comments of a piece', 'comment_roots_idx (articleId=?)'],
  ['newest comments', 'comment_status_createdAt_id_idx (status=?)'],
  ['news', 'article_status_publishedAt_id_idx (status=? AND publishedAt>? AND publishedAt<?)'],
  ['picks of a thread', 'comment_featured_idx (articleId=?'],
  ['featured pieces', 'article_featuredAt_idx (featuredAt>?)'],
  ['pinned pieces', 'article_pinnedUntil_idx (pinnedUntil>?)'],
  [
    "a guest's own comments here",
    'comment_guestId_articleId_createdAt_id_idx (guestId=? AND articleId=? AND (cr',
  ],
  ["an account's own comments", 'comment_userId_createdAt_id_idx (userId=? AND (createdAt,id)<(?,?))'],
  ["a guest's own comments", 'comment_guest_time_idx (guestId=? AND (createdAt,id)<(?,?))'],
  ['one own comment', 'decision_comment_idx (commentAt=? AND commentId=?)'],
  ['decisions on a comment', 'decision_comment_idx (commentAt=? AND commentId=?)'],
  ['decisions on some comments', 'decision_comment_idx (commentAt=? AND commentId=?)'],
  ['decisions in the archive of everything', 'decision_comment_idx (commentAt=? AND commentId=?)'],
  ['what waits under pieces in some languages', 'COVERING INDEX comment_waiting_idx ((queueOrder,id)>(?,?))'],
  ['what waits under pieces in some languages', 'COVERING INDEX article_language_id_idx (language=?)'],
  ['spam under pieces in a language', 'COVERING INDEX article_language_id_idx (language=?)'],
  ['who has a byline', 'COVERING INDEX byline_userId_articleId_idx (userId>?)'],
  ['languages of pieces', 'COVERING INDEX article_language_id_idx (language>?)'],
  ['how long comments waited', 'decision_comment_idx (commentAt=? AND commentId=? AND id<?)'],
  ['what a guest has done', 'comment_guest_against_idx (guestId=? AND createdAt>?)'],
  ['what a guest has done', 'COVERING INDEX comment_guest_time_idx (guestId=?)'],
  ['what an account has done', 'comment_user_against_idx (userId=? AND createdAt>?)'],
  ['trust in a guest', 'comment_guest_time_idx (guestId=?)'],
  ['trust in an account', 'idx (userId=?)'],
])('walks along the one index made for %s', async (name, index) => {
  plan = []
  await HOT[name]?.()
  expect(plan.join('\n')).toContain(index)
})

/** Only what was found already, a page at most, is put in order. */
const IN_ORDER = /roots|newest comments|replies|own comments/
it.each(Object.keys(HOT).filter((name) => IN_ORDER.test(name)))(
  'puts no more than a page in order for %s',
  async (name) => {
    plan = []
    await HOT[name]?.()
    const sorted = plan.findIndex((line) => line.includes('TEMP B-TREE'))
    const limited = plan.findIndex((line) => /^CO-ROUTINE|LIST SUBQUERY/.test(line))
    expect(sorted === -1 || (limited !== -1 && limited < sorted)).toBe(true)
  },
)
