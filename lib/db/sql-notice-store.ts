import { WISHES } from '../comments/subscription'
import type { Instant } from '../kernel/clock'
import type { NewsRow, NoticeStore, QuestionRow } from '../notifications/notice-store'
import { oneOf, text } from './cells'
import {
  TAKES_NEWS,
  WAITING,
  drop,
  dropAddress,
  endSubscriptions,
  leaseNotices,
  queueNotices,
} from './mail-statements'
import { newsQuery, questionQuery, readNews, readQuestion } from './news-rows'
import { join, sql } from './sql'
import type { StoreTools } from './store-tools'
import { SUBSCRIPTION_COLUMNS, readSubscription } from './subscription-rows'

export class SqlNoticeStore implements NoticeStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
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
}
