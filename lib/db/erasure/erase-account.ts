import type { Instant } from '../../kernel/clock'
import type { Ids } from '../../kernel/ids'
import type { WholePerson } from '../../moderation/erasure/erasure-store'
import { text } from '../cells'
import { type Sql, type SqlRunner, join, sql } from '../sql'

/** What an account is called once nobody's name may stand there. */
const ERASED = 'Erased account'

const eraseUser = async (tx: SqlRunner, id: string, at: Instant): Promise<void> => {
  const nowhere = `erased-${id}@erased.invalid`
  await tx.run(sql`
    UPDATE "user" SET "email" = ${nowhere}, "emailKey" = ${nowhere}, "name" = ${ERASED}, "nameKey" = '',
      "slug" = ${`erased-${id}`}, "bio" = '', "passwordHash" = NULL, "disabledAt" = COALESCE("disabledAt", ${at}),
      "updatedAt" = ${at}
    WHERE "id" = ${id}`)
  await tx.run(sql`DELETE FROM "session" WHERE "userId" = ${id}`)
  await tx.run(sql`DELETE FROM "token" WHERE "userId" = ${id}`)
  await tx.run(sql`DELETE FROM "second_step" WHERE "userId" = ${id}`)
  await tx.run(sql`DELETE FROM "recovery_code" WHERE "userId" = ${id}`)
  await tx.run(sql`DELETE FROM "passkey" WHERE "userId" = ${id}`)
  await tx.run(sql`DELETE FROM "desk_mail" WHERE "userId" = ${id}`)
  await tx.run(sql`DELETE FROM "account_letter" WHERE "userId" = ${id}`)
  await tx.run(sql`DELETE FROM "watch" WHERE "userId" = ${id}`)
  await tx.run(sql`DELETE FROM "article_lock" WHERE "userId" = ${id}`)
  await tx.run(sql`UPDATE "article_note" SET "authorName" = ${ERASED} WHERE "authorId" = ${id}`)
}

/** What they thought of others' comments counts on, as nobody's, and none of it leads to the rest. */
const disownOpinions = async (tx: SqlRunner, keys: Sql, ids: Ids): Promise<void> => {
  await tx.run(sql`
    UPDATE "report" SET "note" = '', "reporterKey" = 'erased:' || "id" WHERE "reporterKey" IN (${keys})`)
  const given = await tx.all(
    sql`SELECT "commentId", "readerKey" FROM "recommend" WHERE "readerKey" IN (${keys})`,
  )
  for (const row of given)
    await tx.run(sql`
      UPDATE "recommend" SET "readerKey" = ${`erased:${ids.random()}`}
      WHERE "commentId" = ${text(row, 'commentId')} AND "readerKey" = ${text(row, 'readerKey')}`)
}

/**
 * The rows of a person. A ban stands, by the keyed hash of the address it was aimed at: nobody gets round one by being
 * forgotten. What it said of them is gone.
 */
export const eraseAccount = async (
  tx: SqlRunner,
  { userId, guestIds, mails }: WholePerson,
  at: Instant,
  ids: Ids,
): Promise<void> => {
  if (userId !== null) await eraseUser(tx, userId, at)
  const keys = [...(userId === null ? [] : [`user:${userId}`]), ...guestIds.map((id) => `guest:${id}`)]
  const addresses = join([...mails])
  await tx.run(sql`DELETE FROM "subscription" WHERE "emailKey" IN (${addresses})`)
  await tx.run(sql`DELETE FROM "mail_log" WHERE "emailKey" IN (${addresses})`)
  // It learnt from their words; it learns anew from what is left of the log.
  await tx.run(sql`DELETE FROM "learner_snapshot"`)
  if (keys.length === 0) return
  await disownOpinions(tx, join(keys), ids)
  await tx.run(sql`DELETE FROM "person_note" WHERE "personKey" IN (${join(keys)})`)
  await tx.run(sql`
    UPDATE "measure" SET "reason" = '', "note" = NULL,
      "targetKey" = CASE WHEN "targetKind" = 'address' THEN 'address:erased' ELSE "targetKey" END
    WHERE "personKey" IN (${join(keys)}) OR "targetKey" IN (${join(keys)})`)
  if (userId !== null) await tx.run(sql`DELETE FROM "subscription" WHERE "userId" = ${userId}`)
  if (guestIds.length === 0) return
  await tx.run(sql`DELETE FROM "subscription" WHERE "guestId" IN (${join([...guestIds])})`)
  await tx.run(sql`
    DELETE FROM "guest" WHERE "id" IN (${join([...guestIds])})
      AND NOT EXISTS (SELECT 1 FROM "comment" c WHERE c."guestId" = "guest"."id")`)
}
