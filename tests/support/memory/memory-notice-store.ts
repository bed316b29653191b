import { personKeyOf } from '../../../lib/accounts/person-key'
import type { Comment } from '../../../lib/comments/comment'
import { STUB, VISIBLE } from '../../../lib/comments/comment-status'
import { type Subscription, isWish } from '../../../lib/comments/subscription'
import type { Instant } from '../../../lib/kernel/clock'
import { makeIds } from '../../../lib/kernel/ids'
import type { NewsRow, NoticeStore, QuestionRow } from '../../../lib/notifications/notice-store'
import { type NoticeRow, dropIn, endWishes, publicPieceOf, waitingIn, wishesIn } from './memory-notices'
import { isVisible } from './memory-public'
import type { MemoryTables } from './memory-tables'

const ASKABLE: ReadonlySet<string> = new Set(['pending', 'approved'])

export class MemoryNoticeStore implements NoticeStore {
  readonly #tables: MemoryTables
  readonly #ids

  constructor(tables: MemoryTables) {
    this.#tables = tables
    this.#ids = makeIds(tables.clock)
  }

  async ask(subscriptionId: string, now: Instant): Promise<void> {
    const wish = this.#tables.subscriptions.get(subscriptionId)
    if (wish?.confirmedAt !== null || wish.endedAt !== null) return
    this.#queue([wish], 'question', wish.commentId, now, now)
  }

  async note(commentId: string, now: Instant, availableAt: Instant): Promise<void> {
    const comment = this.#tables.comments.get(commentId)
    if (comment && STUB.has(comment.status))
      endWishes(this.#tables, (wish) => wish.commentId === commentId, now)
    if (!comment || !VISIBLE.has(comment.status)) return
    const told = wishesIn(
      this.#tables,
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
    const due = waitingIn(this.#tables, (notice) => this.#isDueNews(notice, now)).sort(
      (a, b) => a.availableAt - b.availableAt || (a.emailKey < b.emailKey ? -1 : 1),
    )
    return [...new Set(due.map(({ emailKey }) => emailKey))].slice(0, limit)
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
    const theirs = waitingIn(
      this.#tables,
      (notice) => notice.emailKey === emailKey && notice.cause === 'news',
    )
    for (const notice of theirs) notice.availableAt = Math.max(notice.availableAt, until)
  }

  async postpone(noticeIds: readonly string[], until: Instant): Promise<void> {
    for (const notice of waitingIn(this.#tables, ({ id }) => noticeIds.includes(id)))
      notice.availableAt = until
  }

  async drop(noticeIds: readonly string[]): Promise<void> {
    dropIn(this.#tables, ({ id }) => noticeIds.includes(id))
  }

  async dropAddress(emailKey: string): Promise<void> {
    dropIn(this.#tables, (notice) => notice.emailKey === emailKey)
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
    const due = waitingIn(this.#tables, (notice) => notice.availableAt <= now && isMeant(notice))
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

  #question({ id, commentId, subscriptionId, attempts }: NoticeRow, now: Instant): QuestionRow | null {
    const wish = this.#tables.subscriptions.get(subscriptionId)
    const comment = this.#tables.comments.get(commentId)
    const piece = publicPieceOf(this.#tables, commentId, now)
    if (wish?.confirmedAt !== null || wish.endedAt !== null || !piece) return null
    if (!comment || !ASKABLE.has(comment.status)) return null
    const wishes = wishesIn(this.#tables, (one) => one.commentId === commentId && one.endedAt === null)
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
    const piece = publicPieceOf(this.#tables, commentId, now)
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
