import { WISHES } from '../comments/subscription'
import { DAY, type Instant } from '../kernel/clock'
import type {
  AddressFacts,
  NewsRow,
  NotificationStore,
  QuestionRow,
  TriedMail,
  WishRecord,
} from '../notifications/notification-store'
import { integer, integerOrNull, oneOf, text, textOrNull } from './cells'
import {
  TAKES_NEWS,
  WAITING,
  conditionOf,
  drop,
  dropAddress,
  endSubscriptions,
  leaseNotices,
  logMail,
  queueNotices,
} from './mail-statements'
import {
  PIECE_COLUMNS,
  newsQuery,
  pieceOrNull,
  publicPiece,
  questionQuery,
  readNews,
  readQuestion,
} from './news-rows'
import { type Sql, join, sql } from './sql'
import type { StoreTools } from './store-tools'
import { SUBSCRIPTION_COLUMNS, readSubscription } from './subscription-rows'

const ACTIVE_MAX = 200

export class SqlNotificationStore implements NotificationStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async find(subscriptionId: string, now: Instant): Promise<WishRecord | null> {
    const [record] = await this.#wishes(sql`s."id" = ${subscriptionId}`, now)
    return record ?? null
  }

  async activeOf(userId: string, now: Instant): Promise<readonly WishRecord[]> {
    // By the comments of the account, which have an index for it.
    return this.#wishes(sql`c."userId" = ${userId} AND s."userId" = ${userId} AND s."endedAt" IS NULL`, now)
  }

  async countActive(emailKey: string): Promise<number> {
    const [row] = await this.#tools.db.read(sql`
      SELECT count(*) AS "n" FROM "subscription" s WHERE s."emailKey" = ${emailKey} AND ${TAKES_NEWS}`)
    return row ? integer(row, 'n') : 0
  }

  async ask(subscriptionId: string, now: Instant): Promise<void> {
    await this.#tools.db.transaction(async (tx) => {
      const [wish] = await tx.all(sql`
        SELECT ${SUBSCRIPTION_COLUMNS} FROM "subscription" s
        WHERE s."id" = ${subscriptionId} AND s."confirmedAt" IS NULL AND s."endedAt" IS NULL`)
      if (wish)
        await queueNotices(
          tx,
          this.#tools.ids,
          [readSubscription(wish)],
          'question',
          text(wish, 'commentId'),
          now,
          now,
        )
    })
  }

  async confirm(subscriptionId: string, now: Instant): Promise<boolean> {
    return this.#tools.db.transaction(async (tx) => {
      const [row] = await tx.all(sql`
        SELECT "emailKey", "guestId" FROM "subscription"
        WHERE "id" = ${subscriptionId} AND "confirmedAt" IS NULL AND "endedAt" IS NULL AND "kind" <> 'link'`)
      if (!row) return false
      const written = await tx.run(sql`
        UPDATE "subscription" SET "confirmedAt" = ${now}
        WHERE "emailKey" = ${text(row, 'emailKey')} AND "confirmedAt" IS NULL AND "endedAt" IS NULL
          AND "kind" <> 'link' AND ("id" = ${subscriptionId} OR "guestId" = ${textOrNull(row, 'guestId')})`)
      return written > 0
    })
  }

  async end(which: Parameters<NotificationStore['end']>[0], now: Instant): Promise<number> {
    return this.#tools.db.transaction((tx) => endSubscriptions(tx, conditionOf(which), now))
  }

  async note(commentId: string, now: Instant, availableAt: Instant): Promise<void> {
    await this.#tools.db.transaction(async (tx) => {
      const [row] = await tx.all(sql`SELECT c."status" FROM "comment" c WHERE c."id" = ${commentId}`)
      const status = row && text(row, 'status')
      if (status === 'removed' || status === 'erased') {
        await endSubscriptions(tx, sql`"commentId" = ${commentId}`, now)
      }
      if (status !== 'approved') return
      const own = await tx.all(sql`
        SELECT ${SUBSCRIPTION_COLUMNS} FROM "subscription" s
        WHERE s."commentId" = ${commentId} AND s."kind" = 'approved' AND s."endedAt" IS NULL`)
      const answered = await tx.all(sql`
        SELECT ${SUBSCRIPTION_COLUMNS} FROM "subscription" s JOIN "comment" c ON c."parentId" = s."commentId"
        WHERE c."id" = ${commentId} AND s."kind" = 'replies' AND s."endedAt" IS NULL
          AND COALESCE(s."guestId", '') <> COALESCE(c."guestId", '-')
          AND COALESCE(s."userId", '') <> COALESCE(c."userId", '-')`)
      const told = [...own, ...answered].map(readSubscription)
      await queueNotices(tx, this.#tools.ids, told, 'news', commentId, now, availableAt)
    })
  }

  async leaseQuestions(now: Instant, limit: number, leaseMs: number): Promise<readonly QuestionRow[]> {
    return this.#tools.db.transaction(async (tx) => {
      const ids = await leaseNotices(tx, this.#tools.db.dialect, sql`n."cause" = 'question'`, {
        now,
        limit,
        leaseMs,
      })
      if (ids.length === 0) return []
      const rows = await tx.all(questionQuery(join([...ids]), now))
      const asked = new Set(rows.map((row) => text(row, 'noticeId')))
      await drop(
        tx,
        ids.filter((id) => !asked.has(id)),
      )
      const questions: QuestionRow[] = []
      for (const row of rows) {
        const wishes = await tx.all(sql`
          SELECT "kind" FROM "subscription"
          WHERE "commentId" = ${text(row, 'commentId')} AND "endedAt" IS NULL AND "kind" <> 'link' ORDER BY "kind"`)
        questions.push(
          readQuestion(
            row,
            wishes.map((wish) => oneOf(wish, 'kind', WISHES)),
          ),
        )
      }
      return questions
    })
  }

  async dueAddresses(now: Instant, limit: number): Promise<readonly string[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT n."emailKey", min(n."availableAt") AS "since"
      FROM "notice" n JOIN "subscription" s ON s."id" = n."subscriptionId"
      WHERE n.${WAITING} AND n."availableAt" <= ${now} AND n."cause" = 'news' AND ${TAKES_NEWS}
      GROUP BY n."emailKey" ORDER BY "since", n."emailKey" LIMIT ${limit}`)
    return rows.map((row) => text(row, 'emailKey'))
  }

  async facts(emailKey: string, now: Instant): Promise<AddressFacts> {
    const { db } = this.#tools
    const [row] = await db.read(sql`
      SELECT count("refusedAt") AS "refusals", max(CASE WHEN "kind" <> 'question' THEN "sentAt" END) AS "lastAt",
        count(CASE WHEN "kind" = 'question' AND "sentAt" > ${now - 7 * DAY} THEN 1 END) AS "questions"
      FROM "mail_log" WHERE "emailKey" = ${emailKey}`)
    const lastAt = row ? integerOrNull(row, 'lastAt') : null
    const [day] = await db.read(sql`
      SELECT count(*) AS "n" FROM "mail_log"
      WHERE "emailKey" = ${emailKey} AND "kind" <> 'question' AND "sentAt" > ${(lastAt ?? now) - DAY}`)
    return {
      refused: row !== undefined && integer(row, 'refusals') > 0,
      lastAt,
      mailsThatDay: day ? integer(day, 'n') : 0,
      questions: row ? integer(row, 'questions') : 0,
    }
  }

  async leaseNews(
    emailKey: string,
    now: Instant,
    limit: number,
    leaseMs: number,
  ): Promise<readonly NewsRow[]> {
    return this.#tools.db.transaction(async (tx) => {
      const which = sql`n."cause" = 'news' AND n."emailKey" = ${emailKey} AND EXISTS (
        SELECT 1 FROM "subscription" s WHERE s."id" = n."subscriptionId" AND ${TAKES_NEWS})`
      const ids = await leaseNotices(tx, this.#tools.db.dialect, which, { now, limit, leaseMs })
      return ids.length === 0 ? [] : (await tx.all(newsQuery(join([...ids]), now))).map(readNews)
    })
  }

  async hold(emailKey: string, until: Instant): Promise<void> {
    await this.#tools.db.transaction((tx) =>
      tx.run(sql`
        UPDATE "notice" SET "availableAt" = ${until}
        WHERE "emailKey" = ${emailKey} AND "cause" = 'news' AND ${WAITING} AND "availableAt" < ${until}`),
    )
  }

  async postpone(noticeIds: readonly string[], until: Instant): Promise<void> {
    if (noticeIds.length === 0) return
    await this.#tools.db.transaction((tx) =>
      tx.run(sql`
        UPDATE "notice" SET "availableAt" = ${until} WHERE "id" IN (${join([...noticeIds])}) AND ${WAITING}`),
    )
  }

  async drop(noticeIds: readonly string[]): Promise<void> {
    await this.#tools.db.transaction((tx) => drop(tx, noticeIds))
  }

  async dropAddress(emailKey: string): Promise<void> {
    await this.#tools.db.transaction((tx) => dropAddress(tx, emailKey))
  }

  async sent(mail: TriedMail, at: Instant): Promise<void> {
    await this.#tools.db.transaction(async (tx) => {
      await tx.run(logMail(mail, at, null))
      if (mail.noticeIds.length === 0) return
      await tx.run(sql`
        UPDATE "notice" SET "doneAt" = ${at} WHERE "id" IN (${join([...mail.noticeIds])}) AND ${WAITING}`)
    })
  }

  async refused(mail: TriedMail, at: Instant): Promise<void> {
    await this.#tools.db.transaction(async (tx) => {
      await tx.run(logMail(mail, at, at))
      await dropAddress(tx, mail.emailKey)
    })
  }

  async prune(before: { readonly mails: Instant; readonly unconfirmed: Instant }): Promise<number> {
    return this.#tools.db.transaction(async (tx) => {
      const mails = await tx.run(sql`DELETE FROM "mail_log" WHERE "sentAt" < ${before.mails}`)
      const wishes = await tx.run(sql`
        DELETE FROM "subscription" WHERE "confirmedAt" IS NULL AND "createdAt" < ${before.unconfirmed}`)
      return mails + wishes
    })
  }

  async #wishes(condition: Sql, now: Instant): Promise<readonly WishRecord[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT ${SUBSCRIPTION_COLUMNS}, ${PIECE_COLUMNS}
      FROM "subscription" s JOIN "comment" c ON c."id" = s."commentId" ${publicPiece(now)}
      WHERE ${condition} AND s."kind" <> 'link' ORDER BY s."createdAt" DESC, s."id" DESC LIMIT ${ACTIVE_MAX}`)
    return rows.map((row) => ({
      ...readSubscription(row),
      kind: oneOf(row, 'kind', WISHES),
      piece: pieceOrNull(row),
    }))
  }
}
