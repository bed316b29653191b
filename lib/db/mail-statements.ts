import type { Instant } from '../kernel/clock'
import type { NotificationStore, TriedMail } from '../notifications/notification-store'
import { type Sql, type SqlRunner, join, sql } from './sql'

/* The statements of SqlNotificationStore that stand for themselves. */

/** Of a notice: neither sent nor dropped. */
export const WAITING = sql`"doneAt" IS NULL`

/** The subscription `s` is one that news may go to. */
export const TAKES_NEWS = sql`(s."confirmedAt" IS NOT NULL AND s."endedAt" IS NULL)`

/** Which wishes are to end: a condition on columns of the one table. */
export const conditionOf = (which: Parameters<NotificationStore['end']>[0]): Sql => {
  if ('emailKey' in which) return sql`"emailKey" = ${which.emailKey}`
  if ('commentId' in which) return sql`"commentId" = ${which.commentId}`
  const { subscriptionId, userId } = which
  return userId === undefined
    ? sql`"id" = ${subscriptionId}`
    : sql`"id" = ${subscriptionId} AND "userId" = ${userId}`
}

export const drop = async (tx: SqlRunner, noticeIds: readonly string[]): Promise<void> => {
  if (noticeIds.length === 0) return
  await tx.run(sql`DELETE FROM "notice" WHERE ${WAITING} AND "id" IN (${join([...noticeIds])})`)
}

export const dropAddress = async (tx: SqlRunner, emailKey: string): Promise<void> => {
  await tx.run(sql`DELETE FROM "notice" WHERE ${WAITING} AND "emailKey" = ${emailKey}`)
}

export const logMail = (
  { id, emailKey, kind }: TriedMail,
  at: Instant,
  refusedAt: Instant | null,
): Sql => sql`
  INSERT INTO "mail_log" ("id", "emailKey", "kind", "sentAt", "refusedAt")
  VALUES (${id}, ${emailKey}, ${kind}, ${at}, ${refusedAt})
  ON CONFLICT ("id") DO UPDATE SET "sentAt" = excluded."sentAt", "refusedAt" = excluded."refusedAt"`
