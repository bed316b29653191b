import type { Database } from '../../lib/db/database'
import { type Sql, type SqlRunner, join, sql } from '../../lib/db/sql'
import { makeIds } from '../../lib/kernel/ids'
import { printThreadCursor } from '../../lib/kernel/paging'
import { Chance } from '../support/chance'
import { type Grown, GrownThread } from './grown-thread'

/* The piece of the bench with 100,000 comments, next to 1,000 others: rows with the right numbers, in one transaction. */

const ROOTS = 30_000
const UNDER_OTHERS = 20_000
/** Below one root: a chain, answers to the root itself, and answers to anything of those. */
const CHAIN = 10_000
const DIRECT = 10_000
const SCATTERED = 30_000
const WAITING = 2_000
const OTHER_PIECES = 1_000
const UNDER_EACH = 5
const GUESTS = 1_000
const ROWS_AT_ONCE = 40
const NOW = Date.UTC(2026, 6, 1)

const WORDS =
  'the ferry keeps its own time and nobody on the quay minds a late boat as long as it comes in before the rain'.split(
    ' ',
  )

/** Addresses in the big thread, for whoever measures it. */
export interface BigThread {
  readonly articleId: string
  readonly slug: string
  /** The root with half of the thread below it. */
  readonly hugeRoot: string
  /** From an answer to that root downwards, each the answer to the one before. */
  readonly chain: readonly string[]
  /** Every visible comment. */
  readonly visible: readonly string[]
  /** Cursors all over the roots in each order, over the huge root's answers, and over the lane the chain ends in. */
  readonly places: Readonly<Record<'newest' | 'oldest' | 'discussed' | 'replies' | 'lane', readonly string[]>>
}

const growBig = (thread: GrownThread, chance: Chance) => {
  const roots = Array.from({ length: ROOTS }, () => thread.say())
  const huge = chance.pick(roots)
  const others = roots.filter((root) => root !== huge)
  for (let n = 0; n < UNDER_OTHERS; n += 1) others.push(thread.say(chance.pick(others)))
  const chain = [thread.say(huge)]
  while (chain.length < CHAIN) chain.push(thread.say(chain.at(-1)))
  const below = Array.from({ length: DIRECT }, () => thread.say(huge))
  for (let n = 0; n < SCATTERED; n += 1) below.push(thread.say(chance.pick(below)))
  for (let n = 0; n < WAITING; n += 1) thread.say(chance.pick(below), true)
  return { huge, chain }
}

const inTime = (a: Grown, b: Grown): number => a.createdAt - b.createdAt || (a.place.id < b.place.id ? -1 : 1)

const placesIn = (comments: readonly Grown[], huge: Grown, lane: string) => {
  const seen = comments.filter(({ waits }) => !waits).sort(inTime)
  const time = ({ createdAt, place }: Grown) => printThreadCursor({ size: null, at: createdAt, id: place.id })
  const roots = seen.filter(({ root }) => root === null)
  return {
    newest: roots.map(time),
    oldest: roots.map(time),
    discussed: roots.map(({ branchSize, createdAt, place }) =>
      printThreadCursor({ size: branchSize, at: createdAt, id: place.id }),
    ),
    replies: seen.filter(({ place }) => place.parentId === huge.place.id).map(time),
    lane: seen.filter(({ place }) => place.laneId === lane).map(time),
  }
}

const insertAll = async (tx: SqlRunner, into: Sql, rows: readonly Sql[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await tx.run(sql`INSERT INTO ${into} VALUES ${join(rows.slice(from, from + ROWS_AT_ONCE))}`)
  }
}

const COMMENT = sql`"comment" ("id", "articleId", "parentId", "rootId", "laneId", "depth", "status", "latestRevisionId",
  "approvedRevisionId", "pendingRevisionId", "guestId", "name", "submissionKey", "createdAt", "queueOrder", "shown",
  "shownReplies", "branchSize")`
const REVISION = sql`"comment_revision" ("id", "commentId", "number", "state", "body", "fingerprint", "createdAt")`

export const seedBigThread = async (db: Database): Promise<BigThread> => {
  const chance = new Chance(7)
  const ids = makeIds({ now: () => NOW })
  const guests = Array.from({ length: GUESTS }, () => ids.random())
  const body = () => Array.from({ length: 8 + chance.below(60) }, () => chance.pick(WORDS)).join(' ')

  const storeThread = async (tx: SqlRunner, articleId: string, comments: readonly Grown[]): Promise<void> => {
    const rows: Sql[] = []
    const revisions: Sql[] = []
    for (const { place, createdAt, waits, replies, branchSize } of comments) {
      const { id, parentId, rootId, laneId, depth } = place
      const [revision, state] = [ids.random(), waits ? 'pending' : 'approved']
      const [approved, pending] = waits ? [null, revision] : [revision, null]
      rows.push(sql`(${id}, ${articleId}, ${parentId}, ${rootId}, ${laneId}, ${depth}, ${state}, ${revision},
        ${approved}, ${pending}, ${chance.pick(guests)}, ${`Reader ${chance.below(500)}`}, ${id}, ${createdAt},
        ${createdAt}, ${waits ? 0 : 1}, ${replies}, ${branchSize})`)
      revisions.push(sql`(${revision}, ${id}, 1, ${state}, ${body()}, ${id}, ${createdAt})`)
    }
    await insertAll(tx, COMMENT, rows)
    await insertAll(tx, REVISION, revisions)
    const visible = comments.filter(({ waits }) => !waits).length
    await tx.run(sql`INSERT INTO "thread" ("articleId", "comments") VALUES (${articleId}, ${visible})`)
  }

  const storePiece = async (tx: SqlRunner, authorId: string, n: number) => {
    const [id, revision, slug] = [ids.random(), ids.random(), `harbour-notes-${n}`]
    await tx.run(sql`
      INSERT INTO "article" ("id", "slug", "status", "draftRevisionId", "liveRevisionId", "createdById", "createdAt",
        "updatedAt", "firstPublishedAt", "publishedAt")
      VALUES (${id}, ${slug}, 'published', ${revision}, ${revision}, ${authorId}, ${n}, ${n}, ${n}, ${n})`)
    const [title, text] = [`Harbour notes, part ${n}`, body()]
    await tx.run(sql`
      INSERT INTO "article_revision" ("id", "articleId", "number", "title", "document", "schemaVersion", "html",
        "plainText", "wordCount", "authorId", "createdAt")
      VALUES (${revision}, ${id}, 1, ${title}, ${'{"type":"doc","content":[{"type":"paragraph"}]}'}, 1,
        ${`<p>${text}</p>`}, ${text}, 60, ${authorId}, ${n})`)
    return { id, slug }
  }

  return db.transaction(async (tx) => {
    const authorId = ids.random()
    await tx.run(sql`
      INSERT INTO "user" ("id", "email", "emailKey", "name", "nameKey", "slug", "role", "createdAt", "updatedAt")
      VALUES (${authorId}, ${authorId}, ${authorId}, 'Ada', ${authorId}, ${authorId}, 'writer', ${NOW}, ${NOW})`)
    const guestRows = guests.map((id) => sql`(${id}, ${id}, ${NOW}, ${NOW})`)
    await insertAll(tx, sql`"guest" ("id", "keyHash", "createdAt", "lastSeenAt")`, guestRows)
    for (let n = 1; n <= OTHER_PIECES; n += 1) {
      const { id } = await storePiece(tx, authorId, n)
      const thread = new GrownThread(ids, chance)
      for (let i = 0; i < UNDER_EACH; i += 1) thread.say(i % 2 === 1 ? thread.comments[0] : null)
      await storeThread(tx, id, thread.comments)
    }
    const { id: articleId, slug } = await storePiece(tx, authorId, 0)
    const big = new GrownThread(ids, chance)
    const { huge, chain } = growBig(big, chance)
    await storeThread(tx, articleId, big.comments)
    const links = chain.map(({ place }) => place.id)
    return {
      articleId,
      slug,
      hugeRoot: huge.place.id,
      chain: links,
      visible: big.comments.filter(({ waits }) => !waits).map(({ place }) => place.id),
      // A chain that begins below a root reaches the last level with its third link.
      places: placesIn(big.comments, huge, links[2] ?? ''),
    }
  })
}
