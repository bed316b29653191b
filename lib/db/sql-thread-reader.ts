import { COMMENT_STATUSES } from '../comments/comment-status'
import type { OwnRow, ThreadReader, ThreadRow } from '../comments/thread-reader'
import type { Instant } from '../kernel/clock'
import type { Cursor } from '../kernel/paging'
import { integer, integerOrNull, oneOf, text, textOrNull } from './cells'
import type { Database } from './database'
import { type Row, type Sql, empty, join, sql } from './sql'
import { THREAD_COLUMNS, THREAD_JOINS, dropIdleStubs, readThreadRow } from './thread-rows'
import {
  articleIsPublic,
  branchStands,
  commentStands,
  commentWasTakenBack,
  pieceIsPublic,
  visibleCount,
} from './visible'

export class SqlThreadReader implements ThreadReader {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async roots(
    articleId: string,
    now: Instant,
    after: Cursor | null,
    limit: number,
  ): Promise<readonly ThreadRow[]> {
    const from = after && { at: after.at || (await this.#stubTime(articleId, after.id)), id: after.id }
    const beyond = from ? sql`AND (c."createdAt", c."id") < (${from.at}, ${from.id})` : empty
    const rows = await this.#db.read(sql`
      SELECT ${THREAD_COLUMNS} FROM (${shownRoots(articleId, beyond, limit + 1)}) s
      JOIN "comment" c ON c."id" = s."id" ${THREAD_JOINS}
      WHERE ${pieceIsPublic(now)} ORDER BY s."at" DESC, s."id" DESC LIMIT ${limit + 1}`)
    return rows.map(readThreadRow)
  }

  async replies(rootIds: readonly string[], now: Instant): Promise<readonly ThreadRow[]> {
    if (rootIds.length === 0) return []
    const rows = await this.#db.read(sql`
      SELECT ${THREAD_COLUMNS} FROM "comment" c ${THREAD_JOINS}
      WHERE c."rootId" IN (${join([...rootIds])}) AND c."depth" > 0
        AND (${commentStands} OR ${commentWasTakenBack}) AND ${pieceIsPublic(now)}
      ORDER BY c."createdAt", c."id"`)
    return dropIdleStubs(rows.map(readThreadRow))
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

  async pageOf(articleId: string, rootId: string, now: Instant, limit: number): Promise<Cursor | null> {
    const [root] = await this.#db.read(sql`
      SELECT c."createdAt" FROM "comment" c
      WHERE c."id" = ${rootId} AND c."articleId" = ${articleId} AND c."depth" = 0 AND ${pieceIsPublic(now)}
        AND (${commentStands} OR (${commentWasTakenBack} AND ${branchStands}))`)
    if (!root) return null
    const newer = sql`AND (c."createdAt", c."id") > (${integer(root, 'createdAt')}, ${rootId})`
    const [counted] = await this.#db.read(
      sql`SELECT count(*) AS "n" FROM (${shownRoots(articleId, newer)}) s`,
    )
    const before = counted ? integer(counted, 'n') : 0
    if (before < limit) return null
    const [last] = await this.#db.read(sql`
      SELECT s."id", s."at", s."stub" FROM (${shownRoots(articleId, newer)}) s
      ORDER BY s."at" DESC, s."id" DESC LIMIT 1 OFFSET ${before - (before % limit) - 1}`)
    return last ? { at: integer(last, 'stub') === 1 ? 0 : integer(last, 'at'), id: text(last, 'id') } : null
  }

  async own(
    articleId: string,
    author: { readonly guestId: string } | { readonly userId: string },
  ): Promise<readonly OwnRow[]> {
    const isAuthor =
      'guestId' in author ? sql`c."guestId" = ${author.guestId}` : sql`c."userId" = ${author.userId}`
    const rows = await this.#db.read(sql`
      SELECT c."id", c."parentId", c."status", c."version", c."createdAt", c."name", c."pendingRevisionId",
        latest."body" AS "latestBody", shown."body" AS "shownBody", pending."body" AS "pendingBody"
      FROM "comment" c
      JOIN "comment_revision" latest ON latest."id" = c."latestRevisionId"
      LEFT JOIN "comment_revision" shown ON shown."id" = c."approvedRevisionId"
      LEFT JOIN "comment_revision" pending ON pending."id" = c."pendingRevisionId"
      WHERE ${isAuthor} AND c."articleId" = ${articleId}
      ORDER BY c."createdAt" DESC, c."id" DESC`)
    return rows.map(readOwnRow)
  }

  /** A stub tells no time, so that a cursor on one says 0. Only a stub that readers see right now is looked up. */
  async #stubTime(articleId: string, commentId: string): Promise<Instant> {
    const [row] = await this.#db.read(sql`
      SELECT c."createdAt" FROM "comment" c
      WHERE c."id" = ${commentId} AND c."articleId" = ${articleId} AND c."depth" = 0
        AND ${commentWasTakenBack} AND ${branchStands}`)
    return row ? (integerOrNull(row, 'createdAt') ?? 0) : 0
  }
}

/** Roots readers see, as (id, at, stub), newest first when cut: each half is one walk along an index. */
const shownRoots = (articleId: string, range: Sql, limit?: number): Sql => {
  const cut = limit === undefined ? empty : sql`ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${limit}`
  const here = sql`c."articleId" = ${articleId} AND c."depth" = 0 ${range}`
  return sql`
    SELECT * FROM (SELECT c."id", c."createdAt" AS "at", 0 AS "stub" FROM "comment" c
      WHERE ${here} AND ${commentStands} ${cut}) standing
    UNION ALL
    SELECT * FROM (SELECT c."id", c."createdAt" AS "at", 1 AS "stub" FROM "comment" c
      WHERE ${here} AND ${commentWasTakenBack} AND ${branchStands} ${cut}) stubs`
}

const readOwnRow = (row: Row): OwnRow => {
  const status = oneOf(row, 'status', COMMENT_STATUSES)
  const shown = status === 'approved' ? textOrNull(row, 'shownBody') : null
  const pending = textOrNull(row, 'pendingBody')
  const hasPendingEdit = shown !== null && pending !== null
  return {
    id: text(row, 'id'),
    parentId: textOrNull(row, 'parentId'),
    status,
    version: integer(row, 'version'),
    body: pending ?? shown ?? text(row, 'latestBody'),
    shownBody: hasPendingEdit ? shown : null,
    hasPendingEdit,
    createdAt: integer(row, 'createdAt'),
    name: text(row, 'name'),
  }
}
