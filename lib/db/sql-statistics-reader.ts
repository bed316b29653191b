import { COMMENT_MOVES_LIST } from '../comments/comment-status'
import type { Span, StatisticsReader } from '../moderation/statistics-reader'
import { integer, oneOf, text, textOrNull } from './cells'
import type { Database } from './database'
import { type Sql, sql } from './sql'

/** The decision `e` was made by a person about somebody else's comment `c` in this span, and stands. */
const counts = ({ from, until }: Span): Sql => sql`
  e."createdAt" >= ${from} AND e."createdAt" < ${until} AND e."actorKind" = 'user' AND e."undoesId" IS NULL
  AND (c."userId" IS NULL OR c."userId" <> e."userId")
  AND NOT EXISTS (SELECT 1 FROM "decision" f WHERE f."undoesId" = e."id")`

export class SqlStatisticsReader implements StatisticsReader {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async arrivals({ from, until }: Span): ReturnType<StatisticsReader['arrivals']> {
    // Every status by name: together they are the index over (status, createdAt). A day is 86,400,000 ms.
    const rows = await this.#db.read(sql`
      SELECT d."day", count(*) AS "comments" FROM (
        SELECT "createdAt" / 86400000 AS "day" FROM "comment"
        WHERE "status" IN ('pending', 'approved', 'rejected', 'spam', 'removed', 'erased')
          AND "createdAt" >= ${from} AND "createdAt" < ${until}) d
      GROUP BY d."day"`)
    return rows.map((row) => ({ day: integer(row, 'day'), comments: integer(row, 'comments') }))
  }

  async decisions(span: Span): ReturnType<StatisticsReader['decisions']> {
    const rows = await this.#db.read(sql`
      SELECT e."userId", u."name", e."move", e."reason", count(*) AS "decisions"
      FROM "decision" e JOIN "comment" c ON c."id" = e."commentId" JOIN "user" u ON u."id" = e."userId"
      WHERE ${counts(span)} GROUP BY e."userId", u."name", e."move", e."reason"`)
    return rows.map((row) => ({
      userId: text(row, 'userId'),
      name: text(row, 'name'),
      move: oneOf(row, 'move', COMMENT_MOVES_LIST),
      reason: textOrNull(row, 'reason'),
      decisions: integer(row, 'decisions'),
    }))
  }

  async waits(span: Span, limit: number): ReturnType<StatisticsReader['waits']> {
    const rows = await this.#db.read(sql`
      SELECT e."userId", e."createdAt" - c."createdAt" AS "waited"
      FROM "decision" e JOIN "comment" c ON c."id" = e."commentId"
      WHERE ${counts(span)} AND e."fromStatus" = 'pending' AND NOT EXISTS (
        SELECT 1 FROM "decision" f
        WHERE f."commentAt" = e."commentAt" AND f."commentId" = e."commentId" AND f."id" < e."id" AND f."actorKind" = 'user')
      ORDER BY e."createdAt" DESC, e."id" DESC LIMIT ${limit}`)
    return rows.map((row) => ({ userId: text(row, 'userId'), waited: integer(row, 'waited') }))
  }

  async checks(span: Span): ReturnType<StatisticsReader['checks']> {
    const rows = await this.#db.read(sql`
      SELECT o."check", count(DISTINCT e."revisionId") AS "decided",
        count(DISTINCT CASE WHEN e."move" = 'approve' THEN e."revisionId" END) AS "approved"
      FROM "decision" e JOIN "comment" c ON c."id" = e."commentId"
      JOIN "opinion" o ON o."revisionId" = e."revisionId"
      WHERE ${counts(span)} AND e."move" IN ('approve', 'reject', 'spam') AND o."level" IN ('hold', 'spam')
      GROUP BY o."check"`)
    return rows.map((row) => ({
      check: text(row, 'check'),
      decided: integer(row, 'decided'),
      approved: integer(row, 'approved'),
    }))
  }
}
