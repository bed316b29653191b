import type { Instant } from '../kernel/clock'
import type { Ids } from '../kernel/ids'
import type { TriedMail } from '../notifications/mail-log'
import type { WishesMeant } from '../notifications/wish-store'
import { text } from './cells'
import type { Dialect } from './dialect/dialect'
import { type Sql, type SqlRunner, join, sql } from './sql'

/* Statements that the stores of wishes and notices and the log of mails share. */

/** Of a notice: neither sent nor dropped. */
export const WAITING = sql`"doneAt" IS NULL`

/** The subscription `s` is one that news may go to. */
export const TAKES_NEWS = sql`(s."confirmedAt" IS NOT NULL AND s."endedAt" IS NULL)`

/** Which wishes are to end: a condition on columns of the one table. */
export const conditionOf = (which: WishesMeant): Sql => {
  if ('emailKey' in which) return sql`"emailKey" = ${which.emailKey}`
  if ('commentId' in which) return sql`"commentId" = ${which.commentId}`
  const { subscriptionId, userId } = which
  return userId === undefined
    ? sql`"id" = ${subscriptionId}`
    : sql`"id" = ${subscriptionId} AND "userId" = ${userId}`
}

/** Takes back those of these notices that have not gone out. */
export const drop = async (tx: SqlRunner, noticeIds: readonly string[]): Promise<void> => {
  if (noticeIds.length === 0) return
  await tx.run(sql`DELETE FROM "notice" WHERE ${WAITING} AND "id" IN (${join([...noticeIds])})`)
}

/** Takes back all that waits to go to one address. */
export const dropAddress = async (tx: SqlRunner, emailKey: string): Promise<void> => {
  await tx.run(sql`DELETE FROM "notice" WHERE ${WAITING} AND "emailKey" = ${emailKey}`)
}

/** Notes that a mail went out, or at `refusedAt` that the other side would not take it. */
export const logMail = (
  { id, emailKey, kind }: TriedMail,
  at: Instant,
  refusedAt: Instant | null,
): Sql => sql`
  INSERT INTO "mail_log" ("id", "emailKey", "kind", "sentAt", "refusedAt")
  VALUES (${id}, ${emailKey}, ${kind}, ${at}, ${refusedAt})
  ON CONFLICT ("id") DO UPDATE SET "sentAt" = excluded."sentAt", "refusedAt" = excluded."refusedAt"`

/** Queues a notice for each of these wishes; one that waits already waits anew, one that was sent is left alone. */
export const queueNotices = async (
  tx: SqlRunner,
  ids: Ids,
  told: readonly { readonly id: string; readonly emailKey: string }[],
  cause: 'news' | 'question',
  commentId: string,
  now: Instant,
  availableAt: Instant,
): Promise<void> => {
  for (const { id, emailKey } of told) {
    await tx.run(sql`
      INSERT INTO "notice" ("id", "subscriptionId", "cause", "emailKey", "commentId", "createdAt", "availableAt")
      VALUES (${ids.ordered()}, ${id}, ${cause}, ${emailKey}, ${commentId}, ${now}, ${availableAt})
      ON CONFLICT ("subscriptionId", "cause", "commentId") DO UPDATE SET "availableAt" = excluded."availableAt"
      WHERE "notice"."doneAt" IS NULL AND "notice"."cause" = 'news'
        AND "notice"."availableAt" < excluded."availableAt"`)
  }
}

/** Takes on what is due of the notices `n`, oldest first. Gives their ids, in no order. */
export const leaseNotices = async (
  tx: SqlRunner,
  { locks }: Pick<Dialect, 'locks'>,
  which: Sql,
  { now, limit, leaseMs }: { readonly now: Instant; readonly limit: number; readonly leaseMs: number },
): Promise<readonly string[]> => {
  const rows = await tx.all(sql`
    UPDATE "notice" SET "availableAt" = ${now + leaseMs}, "attempts" = "attempts" + 1
    WHERE "id" IN (
      SELECT n."id" FROM "notice" n
      WHERE n.${WAITING} AND n."availableAt" <= ${now} AND ${which}
      ORDER BY n."createdAt", n."id" LIMIT ${limit} ${locks.skip})
    RETURNING "id"`)
  return rows.map((row) => text(row, 'id'))
}

/** Ends wishes by a condition on columns of the one table, and drops what waits for them. Returns how many. */
export const endSubscriptions = async (tx: SqlRunner, condition: Sql, now: Instant): Promise<number> => {
  const ended = await tx.all(sql`
    UPDATE "subscription" SET "endedAt" = ${now} WHERE "endedAt" IS NULL AND ${condition} RETURNING "id"`)
  const ids = ended.map((row) => text(row, 'id'))
  if (ids.length > 0) {
    await tx.run(sql`DELETE FROM "notice" WHERE ${WAITING} AND "subscriptionId" IN (${join(ids)})`)
  }
  return ids.length
}
