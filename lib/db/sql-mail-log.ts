import { DAY, type Instant } from '../kernel/clock'
import type { AddressFacts, MailLog, TriedMail } from '../notifications/mail-log'
import { integer, integerOrNull } from './cells'
import { WAITING, dropAddress, logMail } from './mail-statements'
import { join, sql } from './sql'
import type { StoreTools } from './store-tools'

export class SqlMailLog implements MailLog {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
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

  async prune(before: Instant): Promise<number> {
    return this.#tools.db.transaction((tx) => tx.run(sql`DELETE FROM "mail_log" WHERE "sentAt" < ${before}`))
  }
}
