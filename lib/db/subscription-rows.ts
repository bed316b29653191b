import { SUBSCRIPTION_KINDS, type Subscription } from '../comments/subscription'
import { integer, integerOrNull, oneOf, text, textOrNull } from './cells'
import { type Row, type SqlRunner, sql } from './sql'

/** Columns of the wish `s` for `readSubscription`. */
export const SUBSCRIPTION_COLUMNS = sql`s."id", s."kind", s."commentId", s."email", s."emailKey", s."userId", s."guestId",
  s."createdAt", s."confirmedAt", s."endedAt"`

/** A whole row of `subscription`. */
export const readSubscription = (row: Row): Subscription => ({
  id: text(row, 'id'),
  kind: oneOf(row, 'kind', SUBSCRIPTION_KINDS),
  commentId: text(row, 'commentId'),
  email: text(row, 'email'),
  emailKey: text(row, 'emailKey'),
  userId: textOrNull(row, 'userId'),
  guestId: textOrNull(row, 'guestId'),
  createdAt: integer(row, 'createdAt'),
  confirmedAt: integerOrNull(row, 'confirmedAt'),
  endedAt: integerOrNull(row, 'endedAt'),
})

/**
 * Stores the wishes that came with a comment, in its transaction. A guest who confirmed the same address before, and
 * did not stop those mails since, need not be asked again.
 */
export const insertSubscriptions = async (
  tx: Pick<SqlRunner, 'run'>,
  subscriptions: readonly Subscription[],
): Promise<void> => {
  for (const s of subscriptions) {
    await tx.run(sql`
      INSERT INTO "subscription" ("id", "kind", "commentId", "email", "emailKey", "userId", "guestId", "createdAt",
        "confirmedAt", "endedAt")
      VALUES (${s.id}, ${s.kind}, ${s.commentId}, ${s.email}, ${s.emailKey}, ${s.userId}, ${s.guestId}, ${s.createdAt},
        ${s.confirmedAt}, ${s.endedAt})`)
    if (s.guestId === null || s.confirmedAt !== null || s.kind === 'link') continue
    await tx.run(sql`
      UPDATE "subscription" SET "confirmedAt" = ${s.createdAt} WHERE "id" = ${s.id} AND EXISTS (
        SELECT 1 FROM "subscription" o
        WHERE o."emailKey" = ${s.emailKey} AND o."guestId" = ${s.guestId} AND o."confirmedAt" IS NOT NULL
          AND o."endedAt" IS NULL)`)
  }
}
