import type { Instant } from '../../kernel/clock'
import { isOnComment } from '../comment-rows'
import { type Sql, type SqlRunner, sql } from '../sql'

/** Of comments that are erased: whatever tells who wrote them or what they said. */
export const blankComments = async (tx: SqlRunner, commentIds: Sql, at: Instant): Promise<void> => {
  const erased = sql`SELECT "id" FROM "comment" WHERE "id" IN (${commentIds}) AND "status" = 'erased'`
  const revisions = sql`SELECT "id" FROM "comment_revision" WHERE "commentId" IN (${erased})`
  await tx.run(sql`
    UPDATE "comment" SET "name" = '', "nameKey" = '', "email" = '', "emailKey" = '', "addressKey" = '',
      "guestId" = NULL, "userId" = NULL, "submissionKey" = 'erased:' || "id", "script" = NULL, "links" = NULL,
      "heldBy" = NULL, "queueWhy" = NULL, "spamScore" = NULL, "spamProbe" = NULL, "floodId" = NULL, "folded" = NULL,
      "byStaff" = 0, "reportScore" = NULL
    WHERE "id" IN (${commentIds}) AND "status" = 'erased'`)
  await tx.run(sql`
    UPDATE "comment_revision" SET "body" = '', "fingerprint" = '', "band0" = NULL, "band1" = NULL, "band2" = NULL,
      "band3" = NULL
    WHERE "commentId" IN (${erased})`)
  await tx.run(sql`DELETE FROM "opinion" WHERE "revisionId" IN (${revisions})`)
  await tx.run(sql`DELETE FROM "comment_domain" WHERE "commentId" IN (${erased})`)
  await tx.run(sql`DELETE FROM "desk_note" WHERE "commentId" IN (${erased})`)
  // Wishes of its writer, whatever address they named; the news that waits for them goes with them.
  await tx.run(sql`DELETE FROM "subscription" WHERE "commentId" IN (${erased})`)
  await tx.run(sql`
    UPDATE "decision" SET "note" = NULL WHERE "id" IN (
      SELECT e."id" FROM "comment" c JOIN "decision" e ON ${isOnComment} WHERE c."id" IN (${erased}))`)
  await tx.run(
    sql`UPDATE "report" SET "note" = '', "resolvedAt" = COALESCE("resolvedAt", ${at}) WHERE "commentId" IN (${erased})`,
  )
}
