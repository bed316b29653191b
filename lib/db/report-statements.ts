import type { CommentState } from '../comments/comment'
import type { Decision } from '../comments/comment-store'
import { VISIBLE } from '../comments/comment-status'
import { type Sql, sql } from './sql'

/** A decision answers the reports of the text it judges, and of a text that is not public any more because of it. */
export const resolveReports = ({ commentId, revisionId, createdAt }: Decision, to: CommentState): Sql => {
  const stays = VISIBLE.has(to.status) ? to.approvedRevisionId : null
  return sql`
    UPDATE "report" SET "resolvedAt" = ${createdAt} WHERE "commentId" = ${commentId} AND "resolvedAt" IS NULL
      AND ("revisionId" = ${revisionId} OR "revisionId" <> ${stays ?? ''})`
}

/** What an undone decision had answered is open again. */
export const reopenReports = (commentId: string, undoesId: string): Sql => sql`
  UPDATE "report" SET "resolvedAt" = NULL
  WHERE "commentId" = ${commentId} AND "resolvedAt" = (SELECT "createdAt" FROM "decision" WHERE "id" = ${undoesId})`
