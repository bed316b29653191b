import { PAGE_LEVELS } from '../comments/comment'
import type { ThreadSort } from '../comments/comment-view'
import type { ReplyRows, ThreadReader, ThreadRow } from '../comments/thread-reader'
import type { Instant } from '../kernel/clock'
import type { ThreadCursor } from '../kernel/paging'
import { integer, text } from './cells'
import type { Database } from './database'
import { type Sql, empty, join, sql } from './sql'
import { SqlOwnReader } from './sql-own-reader'
import { THREAD_COLUMNS, THREAD_JOINS, readThreadRow } from './thread-rows'
import { articleIsPublic, commentIsShown, commentStands, pieceIsPublic, visibleCount } from './visible'

type Place = Pick<ThreadCursor, 'at' | 'id'>

export class SqlThreadReader implements ThreadReader {
  readonly #db: Database
  readonly #own: SqlOwnReader

  constructor(db: Database) {
    this.#db = db
    this.#own = new SqlOwnReader(db)
  }

  async roots(
    articleId: string,
    now: Instant,
    { sort, after, limit }: Parameters<ThreadReader['roots']>[2],
  ): Promise<readonly ThreadRow[]> {
    const place = after && (await this.#placeOf(after, sql`c."articleId" = ${articleId} AND c."depth" = 0`))
    if (after && !place) return []
    const behind = place && { ...place, size: after?.size ?? 0 }
    if (sort !== 'discussed') return this.#roots(articleId, now, sort, behind, limit + 1)
    const isQuiet = behind?.size === 0
    const answered = isQuiet ? [] : await this.#roots(articleId, now, 'discussed', behind, limit + 1)
    const left = limit + 1 - answered.length
    if (left === 0) return answered
    return [...answered, ...(await this.#roots(articleId, now, 'quiet', isQuiet ? behind : null, left))]
  }

  async replies(
    parents: readonly Pick<ThreadRow, 'id' | 'depth'>[],
    now: Instant,
    { limit, after = null }: Parameters<ThreadReader['replies']>[2],
  ): Promise<readonly ReplyRows[]> {
    const [only] = parents
    const place = after && only && (await this.#placeOf(after, standsUnder(only)))
    if (after && !place) return parents.map(({ id }) => ({ parentId: id, rows: [], more: false }))
    const lanes = parents.filter(({ depth }) => depth === LAST_LEVEL)
    const others = parents.filter(({ depth }) => depth !== LAST_LEVEL)
    const rows = [
      ...(await this.#below(lanes, 'laneId', now, { place: place ?? null, limit: limit + 1 })),
      ...(await this.#below(others, 'parentId', now, { place: place ?? null, limit: limit + 1 })),
    ]
    const found = new Map<string, ThreadRow[]>(parents.map(({ id }) => [id, []]))
    for (const { of, row } of rows) found.get(of)?.push(row)
    return parents.map(({ id }) => {
      const all = found.get(id) ?? []
      return { parentId: id, rows: all.slice(0, limit), more: all.length > limit }
    })
  }

  async ancestors(
    { parentId }: Pick<ThreadRow, 'parentId'>,
    now: Instant,
    limit: number,
  ): Promise<readonly ThreadRow[]> {
    if (parentId === null) return []
    const rows = await this.#db.read(sql`
      WITH RECURSIVE up("id", "parentId", "step") AS (
        SELECT "id", "parentId", 0 FROM "comment" WHERE "id" = ${parentId}
        UNION ALL
        SELECT n."id", n."parentId", up."step" + 1 FROM up JOIN "comment" n ON n."id" = up."parentId"
        WHERE up."step" < ${limit})
      SELECT ${THREAD_COLUMNS} FROM up JOIN "comment" c ON c."id" = up."id" ${THREAD_JOINS}
      WHERE ${commentIsShown} AND ${pieceIsPublic(now)} ORDER BY up."step" DESC`)
    return rows.map(readThreadRow)
  }

  async featured(articleId: string, now: Instant, limit: number): Promise<readonly ThreadRow[]> {
    const rows = await this.#db.read(sql`
      SELECT ${THREAD_COLUMNS} FROM "comment" c ${THREAD_JOINS}
      WHERE c."articleId" = ${articleId} AND c."featuredAt" IS NOT NULL AND ${commentStands} AND ${pieceIsPublic(now)}
      ORDER BY c."featuredAt" DESC, c."id" DESC LIMIT ${limit}`)
    return rows.map(readThreadRow)
  }

  async count(articleId: string, now: Instant): Promise<number> {
    const [row] = await this.#db.read(sql`
      SELECT ${visibleCount} AS "n" FROM "article" a WHERE a."id" = ${articleId} AND ${articleIsPublic(now)}`)
    return row ? integer(row, 'n') : 0
  }

  async visible(commentId: string, now: Instant): ReturnType<ThreadReader['visible']> {
    const [row] = await this.#db.read(sql`
      SELECT ${THREAD_COLUMNS}, c."articleId", a."slug"
      FROM "comment" c JOIN "article" a ON a."id" = c."articleId" ${THREAD_JOINS}
      WHERE c."id" = ${commentId} AND ${commentStands} AND ${pieceIsPublic(now)}`)
    return row ? { ...readThreadRow(row), articleId: text(row, 'articleId'), slug: text(row, 'slug') } : null
  }

  async shown(articleId: string, commentId: string, now: Instant): Promise<ThreadRow | null> {
    const [row] = await this.#db.read(sql`
      SELECT ${THREAD_COLUMNS} FROM "comment" c ${THREAD_JOINS}
      WHERE c."id" = ${commentId} AND c."articleId" = ${articleId} AND ${commentIsShown} AND ${pieceIsPublic(now)}`)
    return row ? readThreadRow(row) : null
  }

  own(...asked: Parameters<ThreadReader['own']>): ReturnType<ThreadReader['own']> {
    return this.#own.own(...asked)
  }

  ownIds(...asked: Parameters<ThreadReader['ownIds']>): ReturnType<ThreadReader['ownIds']> {
    return this.#own.ownIds(...asked)
  }

  ownById(...asked: Parameters<ThreadReader['ownById']>): ReturnType<ThreadReader['ownById']> {
    return this.#own.ownById(...asked)
  }

  async #roots(
    articleId: string,
    now: Instant,
    sort: Walk,
    place: RootPlace | null,
    limit: number,
  ): Promise<readonly ThreadRow[]> {
    const { among, order, behind } = WALKS[sort]
    const rows = await this.#db.read(sql`
      SELECT ${THREAD_COLUMNS} FROM (
        SELECT c."id", c."createdAt", c."branchSize" FROM "comment" c
        WHERE c."articleId" = ${articleId} AND ${commentIsShown} AND c."depth" = 0 ${among}
          ${place ? sql`AND ${behind(place)}` : empty}
        ORDER BY ${order('c')} LIMIT ${limit}) s
      JOIN "comment" c ON c."id" = s."id" ${THREAD_JOINS}
      WHERE ${pieceIsPublic(now)} ORDER BY ${order('s')}`)
    return rows.map(readThreadRow)
  }

  /** The first comments below each of these, oldest first: a walk of `limit` steps each along the column's index. */
  async #below(
    parents: readonly Pick<ThreadRow, 'id'>[],
    column: 'parentId' | 'laneId',
    now: Instant,
    { place, limit }: { readonly place: Place | null; readonly limit: number },
  ): Promise<readonly { readonly of: string; readonly row: ThreadRow }[]> {
    if (parents.length === 0) return []
    const under = column === 'laneId' ? sql`n."laneId"` : sql`n."parentId"`
    const beyond = place ? sql`AND (n."createdAt", n."id") > (${place.at}, ${place.id})` : empty
    const ids = sql`
      SELECT n."id" FROM "comment" n WHERE ${under} = w."column1" AND n."shown" = 1 ${beyond}
      ORDER BY n."createdAt", n."id" LIMIT ${limit}`
    const rows = await this.#db.read(sql`
      SELECT w."column1" AS "of", ${THREAD_COLUMNS} FROM (VALUES ${join(parents.map(({ id }) => sql`(${id})`))}) w
      ${this.#db.dialect.commentsOfEach(ids)} ${THREAD_JOINS}
      WHERE ${pieceIsPublic(now)} ORDER BY c."createdAt", c."id"`)
    return rows.map((row) => ({ of: text(row, 'of'), row: readThreadRow(row) }))
  }

  /**
   * The place a cursor names. A stub tells no time, so that a cursor on one says 0: it is looked up, and only a stub
   * that readers see right now, in this very list, is found. Any other id is as unknown as one that never was.
   */
  async #placeOf({ at, id }: ThreadCursor, inList: Sql): Promise<Place | null> {
    if (at !== 0) return { at, id }
    const [row] = await this.#db.read(sql`
      SELECT c."createdAt" FROM "comment" c
      WHERE c."id" = ${id} AND ${inList} AND ${commentIsShown} AND c."status" <> 'approved'`)
    return row ? { at: integer(row, 'createdAt'), id } : null
  }
}

type RootPlace = Place & { readonly size: number }

/** The order of branches by size in two: those with any answer, and the quiet ones, of which all have the size of none. */
type Walk = ThreadSort | 'quiet'

interface RootOrder {
  readonly among: Sql
  order(table: 'c' | 's'): Sql
  behind(place: RootPlace): Sql
}

const NEWEST: RootOrder = {
  among: empty,
  order: (table) =>
    table === 'c' ? sql`c."createdAt" DESC, c."id" DESC` : sql`s."createdAt" DESC, s."id" DESC`,
  behind: ({ at, id }) => sql`(c."createdAt", c."id") < (${at}, ${id})`,
}

/** Each is one walk along comment_roots_idx or comment_discussed_idx. */
const WALKS: Readonly<Record<Walk, RootOrder>> = {
  newest: NEWEST,
  oldest: {
    among: empty,
    order: (table) => (table === 'c' ? sql`c."createdAt", c."id"` : sql`s."createdAt", s."id"`),
    behind: ({ at, id }) => sql`(c."createdAt", c."id") > (${at}, ${id})`,
  },
  discussed: {
    among: sql`AND c."branchSize" > 0`,
    order: (table) =>
      table === 'c'
        ? sql`c."branchSize" DESC, c."createdAt" DESC, c."id" DESC`
        : sql`s."branchSize" DESC, s."createdAt" DESC, s."id" DESC`,
    behind: ({ size, at, id }) => sql`(c."branchSize", c."createdAt", c."id") < (${size}, ${at}, ${id})`,
  },
  // Said so that no planner looks for them by it.
  quiet: { ...NEWEST, among: sql`AND c."branchSize" + 0 = 0` },
}

const LAST_LEVEL = PAGE_LEVELS - 1

/** The comment `c` is one of this one's replies: of its lane, where the page is flat. */
const standsUnder = ({ id, depth }: Pick<ThreadRow, 'id' | 'depth'>): Sql =>
  depth === LAST_LEVEL ? sql`c."laneId" = ${id}` : sql`c."parentId" = ${id}`
