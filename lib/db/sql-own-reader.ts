import { COMMENT_STATUSES } from '../comments/comment-status'
import type { OwnRow, ThreadReader } from '../comments/thread-reader'
import type { Instant } from '../kernel/clock'
import { integer, oneOf, text, textOrNull } from './cells'
import { isOnComment } from './comment-rows'
import type { Database } from './database'
import { isBy } from './newest-of-person'
import { type Row, type Sql, empty, sql } from './sql'
import { articleIsPublic, commentStands } from './visible'

/** The half of ThreadReader that looks at comments with their author's eyes. */
export class SqlOwnReader implements Pick<ThreadReader, 'own' | 'ownIds' | 'ownById'> {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async own(
    author: { readonly guestId: string } | { readonly userId: string },
    now: Instant,
    { articleId, after, limit }: Parameters<ThreadReader['own']>[2],
  ): Promise<readonly OwnRow[]> {
    const here = articleId === null ? empty : sql`AND c."articleId" = ${articleId}`
    const beyond = after ? sql`AND (c."createdAt", c."id") < (${after.at}, ${after.id})` : empty
    return this.#select(
      now,
      sql`${isBy(author)} ${here} ${beyond} ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${limit + 1}`,
    )
  }

  async ownIds(
    author: Parameters<ThreadReader['ownIds']>[0],
    articleId: string,
    limit: number,
  ): Promise<readonly string[]> {
    const rows = await this.#db.read(sql`
      SELECT "id" FROM "comment" WHERE ${isBy(author)} AND "articleId" = ${articleId}
      ORDER BY "createdAt" DESC, "id" DESC LIMIT ${limit}`)
    return rows.map((row) => text(row, 'id'))
  }

  async ownById(commentId: string, now: Instant): Promise<OwnRow | null> {
    const [row] = await this.#select(now, sql`c."id" = ${commentId}`)
    return row ?? null
  }

  async #select(now: Instant, which: Sql): Promise<readonly OwnRow[]> {
    const rows = await this.#db.read(sql`
      SELECT c."id", c."parentId", c."status", c."version", c."createdAt", c."name",
        latest."body" AS "latestBody", shown."body" AS "shownBody", pending."body" AS "pendingBody",
        CASE WHEN c."status" = 'rejected' THEN (${rejectionReason}) END AS "rejectedFor",
        CASE WHEN ${commentStands} AND ${articleIsPublic(now)} THEN 1 ELSE 0 END AS "isVisible",
        live."language", CASE WHEN ${articleIsPublic(now)} THEN 1 ELSE 0 END AS "isPublic",
        CASE WHEN ${articleIsPublic(now)} THEN a."slug" ELSE '' END AS "slug",
        CASE WHEN ${articleIsPublic(now)} THEN live."title" ELSE '' END AS "title"
      FROM "comment" c JOIN "article" a ON a."id" = c."articleId"
      JOIN "article_revision" live ON live."id" = COALESCE(a."liveRevisionId", a."draftRevisionId")
      JOIN "comment_revision" latest ON latest."id" = c."latestRevisionId"
      LEFT JOIN "comment_revision" shown ON shown."id" = c."approvedRevisionId"
      LEFT JOIN "comment_revision" pending ON pending."id" = c."pendingRevisionId"
      WHERE ${which}`)
    return rows.map(readOwnRow)
  }
}

/**
 * Why the comment `c` was turned down the last time; decisions that were undone, and undoings, give no reason. Written
 * so that no planner takes the index over `undoesId`, in which nearly every decision ever made is null.
 */
const rejectionReason = sql`
  SELECT e."reason" FROM "decision" e
  WHERE ${isOnComment} AND e."toStatus" = 'rejected' AND COALESCE(e."undoesId", '') = ''
    AND NOT EXISTS (SELECT 1 FROM "decision" u WHERE u."undoesId" = e."id")
  ORDER BY e."id" DESC LIMIT 1`

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
    visible: integer(row, 'isVisible') === 1,
    createdAt: integer(row, 'createdAt'),
    name: text(row, 'name'),
    rejectedFor: textOrNull(row, 'rejectedFor'),
    piece: {
      slug: text(row, 'slug'),
      title: text(row, 'title'),
      language: text(row, 'language'),
      public: integer(row, 'isPublic') === 1,
    },
  }
}
