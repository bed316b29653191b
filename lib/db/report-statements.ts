import type { CommentState } from '../comments/comment'
import type { Decision } from '../comments/comment-store'
import { VISIBLE } from '../comments/comment-status'
import { NEWCOMERS_TOGETHER, NEWCOMER_WEIGHT, type ReporterRecord } from '../comments/report-weight'
import { integer } from './cells'
import type { Database } from './database'
import { type Sql, type SqlRunner, sql } from './sql'

/** What a decision says about the reports of the text it judges; what is only put back to wait says nothing yet. */
const OUTCOMES: Readonly<Partial<Record<Decision['move'], 'agreed' | 'dismissed'>>> = {
  approve: 'dismissed',
  keep: 'dismissed',
  reject: 'agreed',
  spam: 'agreed',
}

/** A decision answers the reports of the text it judges, and of a text that is not public any more because of it. */
const close = ({ commentId, revisionId, createdAt }: Decision, to: CommentState): Sql => {
  const stays = VISIBLE.has(to.status) ? to.approvedRevisionId : null
  return sql`
    UPDATE "report" SET "resolvedAt" = ${createdAt} WHERE "commentId" = ${commentId} AND "resolvedAt" IS NULL
      AND ("revisionId" = ${revisionId} OR "revisionId" <> ${stays ?? ''})`
}

/**
 * The order of the tab Reported, stored: what the open reports of a comment weigh together. The caller holds the lock of
 * the comment's row, or two reports in one moment would each count without the other.
 */
export const scoreReports = (commentId: string): Sql => sql`
  UPDATE "comment" SET "reportScore" = (
    SELECT SUM(CASE WHEN "weight" > ${NEWCOMER_WEIGHT} THEN "weight" ELSE 0 END)
      + CASE WHEN SUM(CASE WHEN "weight" > ${NEWCOMER_WEIGHT} THEN 0 ELSE COALESCE("weight", ${NEWCOMER_WEIGHT}) END)
          > ${NEWCOMERS_TOGETHER} THEN ${NEWCOMERS_TOGETHER}
        ELSE SUM(CASE WHEN "weight" > ${NEWCOMER_WEIGHT} THEN 0 ELSE COALESCE("weight", ${NEWCOMER_WEIGHT}) END) END
    FROM "report" WHERE "commentId" = ${commentId} AND "resolvedAt" IS NULL)
  WHERE "id" = ${commentId}`

/** How often moderators agreed with what this person reported, and how often not. */
export const reporterRecord = async (db: Database, reporterKey: string): Promise<ReporterRecord> => {
  const [row] = await db.read(sql`
    SELECT count(CASE WHEN "outcome" = 'agreed' THEN 1 END) AS "agreed",
      count(CASE WHEN "outcome" = 'dismissed' THEN 1 END) AS "dismissed"
    FROM "report" WHERE "reporterKey" = ${reporterKey} AND "outcome" IS NOT NULL`)
  return row
    ? { agreed: integer(row, 'agreed'), dismissed: integer(row, 'dismissed') }
    : { agreed: 0, dismissed: 0 }
}

/** Inside the transaction of a decision, after the comment's row was written. Only what was public once has reports. */
export const answerReports = async (tx: SqlRunner, decision: Decision, to: CommentState): Promise<void> => {
  const { commentId, revisionId, id, move, before } = decision
  if (before.approvedRevisionId === null) return
  const closed = await tx.run(close(decision, to))
  const outcome = decision.actor.kind === 'user' ? OUTCOMES[move] : undefined
  if (outcome) {
    await tx.run(sql`
      UPDATE "report" SET "outcome" = ${outcome}, "outcomeBy" = ${id}
      WHERE "commentId" = ${commentId} AND "revisionId" = ${revisionId} AND "outcome" IS NULL`)
  }
  if (closed > 0) await tx.run(scoreReports(commentId))
}

/** What an undone decision had answered is open again, and nobody's record keeps what it said. */
export const reopenReports = async (tx: SqlRunner, commentId: string, undoesId: string): Promise<void> => {
  await tx.run(sql`
    UPDATE "report" SET "outcome" = NULL, "outcomeBy" = NULL
    WHERE "commentId" = ${commentId} AND "outcomeBy" = ${undoesId}`)
  const opened = await tx.run(sql`
    UPDATE "report" SET "resolvedAt" = NULL
    WHERE "commentId" = ${commentId} AND "resolvedAt" = (SELECT "createdAt" FROM "decision" WHERE "id" = ${undoesId})`)
  if (opened > 0) await tx.run(scoreReports(commentId))
}
