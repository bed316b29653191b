import { DAY, type Instant } from '../../../lib/kernel/clock'
import type { AddressFacts, MailLog, TriedMail } from '../../../lib/notifications/mail-log'
import { dropIn, waitingIn } from './memory-notices'
import type { MemoryTables } from './memory-tables'

export interface MailLogRow extends Omit<TriedMail, 'noticeIds'> {
  readonly sentAt: Instant
  readonly refusedAt: Instant | null
}

export class MemoryMailLog implements MailLog {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async facts(emailKey: string, now: Instant): Promise<AddressFacts> {
    const all = [...this.#tables.mailLog.values()].filter((mail) => mail.emailKey === emailKey)
    const news = all.filter(({ kind }) => kind !== 'question')
    const lastAt = news.length === 0 ? null : Math.max(...news.map(({ sentAt }) => sentAt))
    return {
      refused: all.some(({ refusedAt }) => refusedAt !== null),
      lastAt,
      mailsThatDay: news.filter(({ sentAt }) => sentAt > (lastAt ?? now) - DAY).length,
      questions: all.filter(({ kind, sentAt }) => kind === 'question' && sentAt > now - 7 * DAY).length,
    }
  }

  async sent({ noticeIds, ...mail }: TriedMail, at: Instant): Promise<void> {
    this.#tables.mailLog.set(mail.id, { ...mail, sentAt: at, refusedAt: null })
    for (const notice of waitingIn(this.#tables, ({ id }) => noticeIds.includes(id))) notice.doneAt = at
  }

  async refused({ noticeIds: _, ...mail }: TriedMail, at: Instant): Promise<void> {
    this.#tables.mailLog.set(mail.id, { ...mail, sentAt: at, refusedAt: at })
    dropIn(this.#tables, (notice) => notice.emailKey === mail.emailKey)
  }

  async prune(before: Instant): Promise<number> {
    const mails = [...this.#tables.mailLog.values()].filter(({ sentAt }) => sentAt < before)
    for (const { id } of mails) this.#tables.mailLog.delete(id)
    return mails.length
  }
}
