import { COMMENT_STATUSES } from '../comments/comment-status'
import type { CommentAbove } from '../moderation/queue-reader'
import { integer, oneOf, text } from './cells'
import type { Database } from './database'
import { sql } from './sql'

/** The comments above one, the nearest first. */
export const commentsAbove = async (
  db: Database,
  commentId: string,
  most: number,
): Promise<readonly CommentAbove[]> => {
  const rows = await db.read(sql`
    WITH RECURSIVE up("id", "n") AS (
      SELECT "parentId", 1 FROM "comment" WHERE "id" = ${commentId} AND "parentId" IS NOT NULL
      UNION ALL
      SELECT c."parentId", up."n" + 1 FROM up JOIN "comment" c ON c."id" = up."id"
      WHERE c."parentId" IS NOT NULL AND up."n" < ${most})
    SELECT c."id", c."name", c."byStaff", c."status", c."createdAt", r."body"
    FROM up JOIN "comment" c ON c."id" = up."id"
    JOIN "comment_revision" r ON r."id" = COALESCE(c."approvedRevisionId", c."latestRevisionId")
    ORDER BY up."n"`)
  return rows.map((row) => ({
    id: text(row, 'id'),
    name: text(row, 'name'),
    byStaff: integer(row, 'byStaff') === 1,
    status: oneOf(row, 'status', COMMENT_STATUSES),
    createdAt: integer(row, 'createdAt'),
    body: text(row, 'body'),
  }))
}
