import { personKeyOf } from '../../../lib/accounts/person-key'
import { STUB, VISIBLE } from '../../../lib/comments/comment-status'
import type { Comment } from '../../../lib/comments/comment'
import { type Subscription, isWish } from '../../../lib/comments/subscription'
import { DAY, type Instant } from '../../../lib/kernel/clock'
import { makeIds } from '../../../lib/kernel/ids'
import type {
  AddressFacts,
  NewsRow,
  NotificationStore,
  QuestionRow,
  TriedMail,
  WishRecord,
} from '../../../lib/notifications/notification-store'
import { isPublic, isVisible } from './memory-public'
import type { MemoryTables } from './memory-tables'

export interface NoticeRow {
  readonly id: string
  readonly subscriptionId: string
  readonly cause: 'news' | 'question'
  readonly emailKey: string
  readonly commentId: string
  readonly createdAt: Instant
  availableAt: Instant
  attempts: number
  doneAt: Instant | null
}

export interface MailLogRow extends Omit<TriedMail, 'noticeIds'> {
  readonly sentAt: Instant
  readonly refusedAt: Instant | null
}

const ASKABLE: ReadonlySet<string> = new Set(['pending', 'approved'])

/** Stores what came with a comment; a guest who confirmed the same address need not be asked again. */
export const keepSubscriptions = (tables: MemoryTables, subscriptions: readonly Subscription[]): void => {
  for (const one of subscriptions) {
    const isKnown =
      isWish(one) &&
      [...tables.subscriptions.values()].some(
        (o) =>
          o.emailKey === one.emailKey &&
          o.guestId !== null &&
          o.guestId === one.guestId &&
          o.confirmedAt !== null &&
          o.endedAt === null,
      )
    const confirmedAt = one.confirmedAt ?? (isKnown ? one.createdAt : null)
    tables.subscriptions.set(one.id, { ...one, confirmedAt })
  }
}

export class MemoryNotificationStore implements NotificationStore {
  readonly #tables: MemoryTables
  readonly #ids

  constructor(tables: MemoryTables) {
    this.#tables = tables
    this.#ids = makeIds(tables.clock)
  }

  async find(subscriptionId: string, now: Instant): Promise<WishRecord | null> {
    const found = this.#tables.subscriptions.get(subscriptionId)
    return found && isWish(found) ? { ...found, piece: this.#piece(found.commentId, now) } : null
  }

  async activeOf(userId: string, now: Instant): Promise<readonly WishRecord[]> {
    return this.#wishes((wish) => wish.userId === userId && wish.endedAt === null)
      .filter(isWish)
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
      .slice(0, 200)
      .map((wish) => ({ ...wish, piece: this.#piece(wish.commentId, now) }))
  }

  async countActive(emailKey: string): Promise<number> {
    return this.#wishes(
      (wish) => wish.emailKey === emailKey && wish.confirmedAt !== null && wish.endedAt === null,
    ).length
  }

  async ask(subscriptionId: string, now: Instant): Promise<void> {
    const wish = this.#tables.subscriptions.get(subscriptionId)
    if (wish?.confirmedAt !== null || wish.endedAt !== null) return
    this.#queue([wish], 'question', wish.commentId, now, now)
  }

  async confirm(subscriptionId: string, now: Instant): Promise<boolean> {
    const asked = this.#tables.subscriptions.get(subscriptionId)
    if (asked?.confirmedAt !== null || asked.endedAt !== null || !isWish(asked)) return false
    for (const wish of this.#wishes(({ confirmedAt, endedAt }) => confirmedAt === null && endedAt === null)) {
      const isSame = wish.id === asked.id || (wish.guestId !== null && wish.guestId === asked.guestId)
      if (isSame && isWish(wish) && wish.emailKey === asked.emailKey)
        this.#tables.subscriptions.set(wish.id, { ...wish, confirmedAt: now })
    }
    return true
  }

  async end(which: Parameters<NotificationStore['end']>[0], now: Instant): Promise<number> {
    const ended = this.#wishes((wish) => {
      if (wish.endedAt !== null) return false
      if ('emailKey' in which) return wish.emailKey === which.emailKey
      if ('commentId' in which) return wish.commentId === which.commentId
      const isTheirs = which.userId === undefined || wish.userId === which.userId
      return wish.id === which.subscriptionId && isTheirs
    })
    for (const wish of ended) {
      this.#tables.subscriptions.set(wish.id, { ...wish, endedAt: now })
      await this.drop(this.#waiting(({ subscriptionId }) => subscriptionId === wish.id).map(({ id }) => id))
    }
    return ended.length
  }

  async note(commentId: string, now: Instant, availableAt: Instant): Promise<void> {
    const comment = this.#tables.comments.get(commentId)
    if (comment && STUB.has(comment.status)) await this.end({ commentId }, now)
    if (!comment || !VISIBLE.has(comment.status)) return
    const told = this.#wishes(
      (wish) =>
        wish.endedAt === null &&
        ((wish.kind === 'approved' && wish.commentId === commentId) ||
          (wish.kind === 'replies' && wish.commentId === comment.parentId && !isOwn(wish, comment))),
    )
    this.#queue(told, 'news', commentId, now, availableAt)
  }

  async leaseQuestions(now: Instant, limit: number, leaseMs: number): Promise<readonly QuestionRow[]> {
    const leased = this.#lease(({ cause }) => cause === 'question', now, limit, leaseMs)
    const questions = leased.flatMap((notice) => this.#question(notice, now) ?? [])
    const asked = new Set(questions.map(({ noticeId }) => noticeId))
    await this.drop(leased.map(({ id }) => id).filter((id) => !asked.has(id)))
    return questions
  }

  async dueAddresses(now: Instant, limit: number): Promise<readonly string[]> {
    const due = this.#waiting((notice) => this.#isDueNews(notice, now)).sort(
      (a, b) => a.availableAt - b.availableAt || (a.emailKey < b.emailKey ? -1 : 1),
    )
    return [...new Set(due.map(({ emailKey }) => emailKey))].slice(0, limit)
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

  async leaseNews(
    emailKey: string,
    now: Instant,
    limit: number,
    leaseMs: number,
  ): Promise<readonly NewsRow[]> {
    const isTheirs = (notice: NoticeRow) => notice.emailKey === emailKey && this.#isDueNews(notice, now)
    return this.#lease(isTheirs, now, limit, leaseMs).flatMap((notice) => this.#news(notice, now) ?? [])
  }

  async hold(emailKey: string, until: Instant): Promise<void> {
    const theirs = this.#waiting((notice) => notice.emailKey === emailKey && notice.cause === 'news')
    for (const notice of theirs) notice.availableAt = Math.max(notice.availableAt, until)
  }

  async postpone(noticeIds: readonly string[], until: Instant): Promise<void> {
    for (const notice of this.#waiting(({ id }) => noticeIds.includes(id))) notice.availableAt = until
  }

  async drop(noticeIds: readonly string[]): Promise<void> {
    for (const { id } of this.#waiting(({ id }) => noticeIds.includes(id))) this.#tables.notices.delete(id)
  }

  async dropAddress(emailKey: string): Promise<void> {
    for (const { id } of this.#waiting((notice) => notice.emailKey === emailKey))
      this.#tables.notices.delete(id)
  }

  async sent({ noticeIds, ...mail }: TriedMail, at: Instant): Promise<void> {
    this.#tables.mailLog.set(mail.id, { ...mail, sentAt: at, refusedAt: null })
    for (const notice of this.#waiting(({ id }) => noticeIds.includes(id))) notice.doneAt = at
  }

  async refused({ noticeIds: _, ...mail }: TriedMail, at: Instant): Promise<void> {
    this.#tables.mailLog.set(mail.id, { ...mail, sentAt: at, refusedAt: at })
    await this.dropAddress(mail.emailKey)
  }

  async prune(before: { readonly mails: Instant; readonly unconfirmed: Instant }): Promise<number> {
    const mails = [...this.#tables.mailLog.values()].filter(({ sentAt }) => sentAt < before.mails)
    for (const { id } of mails) this.#tables.mailLog.delete(id)
    const wishes = this.#wishes(
      ({ confirmedAt, createdAt }) => confirmedAt === null && createdAt < before.unconfirmed,
    )
    for (const wish of wishes) {
      this.#tables.subscriptions.delete(wish.id)
      for (const notice of this.#tables.notices.values())
        if (notice.subscriptionId === wish.id) this.#tables.notices.delete(notice.id)
    }
    return mails.length + wishes.length
  }

  #wishes(isMeant: (wish: Subscription) => boolean): Subscription[] {
    return [...this.#tables.subscriptions.values()].filter(isMeant)
  }

  #waiting(isMeant: (notice: NoticeRow) => boolean): NoticeRow[] {
    return [...this.#tables.notices.values()].filter((notice) => notice.doneAt === null && isMeant(notice))
  }

  #isDueNews({ cause, availableAt, subscriptionId }: NoticeRow, now: Instant): boolean {
    const wish = this.#tables.subscriptions.get(subscriptionId)
    const takes = wish !== undefined && wish.confirmedAt !== null && wish.endedAt === null
    return takes && cause === 'news' && availableAt <= now
  }

  #lease(
    isMeant: (notice: NoticeRow) => boolean,
    now: Instant,
    limit: number,
    leaseMs: number,
  ): readonly NoticeRow[] {
    const due = this.#waiting((notice) => notice.availableAt <= now && isMeant(notice))
      .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
    for (const notice of due) {
      notice.availableAt = now + leaseMs
      notice.attempts += 1
    }
    return due
  }

  #queue(
    told: readonly Subscription[],
    cause: NoticeRow['cause'],
    commentId: string,
    now: Instant,
    availableAt: Instant,
  ): void {
    for (const { id: subscriptionId, emailKey } of told) {
      const known = [...this.#tables.notices.values()].find(
        (notice) =>
          notice.subscriptionId === subscriptionId &&
          notice.cause === cause &&
          notice.commentId === commentId,
      )
      if (known) {
        if (known.doneAt === null && cause === 'news')
          known.availableAt = Math.max(known.availableAt, availableAt)
        continue
      }
      const id = this.#ids.ordered()
      this.#tables.notices.set(id, {
        ...{ id, subscriptionId, cause, emailKey, commentId, createdAt: now, availableAt },
        attempts: 0,
        doneAt: null,
      })
    }
  }

  #piece(commentId: string, now: Instant): WishRecord['piece'] {
    const article = this.#tables.articles.get(this.#tables.comments.get(commentId)?.articleId ?? '')
    if (!article || !isPublic(article, now)) return null
    const live = this.#tables.articleRevisions.get(article.liveRevisionId ?? '')
    return { slug: article.slug, title: live?.title ?? '' }
  }

  #question({ id, commentId, subscriptionId, attempts }: NoticeRow, now: Instant): QuestionRow | null {
    const wish = this.#tables.subscriptions.get(subscriptionId)
    const comment = this.#tables.comments.get(commentId)
    const piece = this.#piece(commentId, now)
    if (wish?.confirmedAt !== null || wish.endedAt !== null || !piece) return null
    if (!comment || !ASKABLE.has(comment.status)) return null
    const wishes = this.#wishes((one) => one.commentId === commentId && one.endedAt === null)
    const { email, emailKey } = wish
    return {
      ...{ noticeId: id, subscriptionId, email, emailKey, commentId, piece, attempts },
      holder: personKeyOf(wish),
      wishes: wishes
        .filter(isWish)
        .map(({ kind }) => kind)
        .sort(),
    }
  }

  #news(notice: NoticeRow, now: Instant): NewsRow | null {
    const { id, subscriptionId, commentId, createdAt, attempts } = notice
    const wish = this.#tables.subscriptions.get(subscriptionId)
    if (!wish || !isWish(wish)) return null
    const comment = this.#tables.comments.get(commentId)
    const own = this.#tables.comments.get(wish.commentId)
    const isWelcome = (this.#tables.users.get(wish.userId ?? '')?.disabledAt ?? null) === null
    const piece = this.#piece(commentId, now)
    const isShown = comment !== undefined && isVisible(this.#tables, comment, now)
    const mayBeTold = isShown && own !== undefined && VISIBLE.has(own.status) && isWelcome
    const body = this.#tables.commentRevisions.get(comment?.approvedRevisionId ?? '')?.body ?? ''
    return {
      ...{ noticeId: id, subscriptionId, commentId, createdAt, attempts },
      holder: personKeyOf(wish),
      wish: wish.kind,
      email: wish.email,
      visible: mayBeTold && piece ? { name: comment.name, body, piece } : null,
      approved: comment !== undefined && VISIBLE.has(comment.status) && isWelcome,
    }
  }
}

const isOwn = (wish: Subscription, comment: Comment): boolean =>
  (wish.guestId !== null && wish.guestId === comment.guestId) ||
  (wish.userId !== null && wish.userId === comment.userId)
