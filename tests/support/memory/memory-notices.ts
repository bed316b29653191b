import type { Subscription } from '../../../lib/comments/subscription'
import type { Instant } from '../../../lib/kernel/clock'
import type { WishRecord } from '../../../lib/notifications/wish-store'
import { isPublic } from './memory-public'
import type { MemoryTables } from './memory-tables'

/* What the fakes of wishes, notices and the mail log do to the same tables. */

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

export const wishesIn = (tables: MemoryTables, isMeant: (wish: Subscription) => boolean): Subscription[] =>
  [...tables.subscriptions.values()].filter(isMeant)

/** Neither sent nor dropped. */
export const waitingIn = (tables: MemoryTables, isMeant: (notice: NoticeRow) => boolean): NoticeRow[] =>
  [...tables.notices.values()].filter((notice) => notice.doneAt === null && isMeant(notice))

export const dropIn = (tables: MemoryTables, isMeant: (notice: NoticeRow) => boolean): void => {
  for (const { id } of waitingIn(tables, isMeant)) tables.notices.delete(id)
}

/** Ends these wishes, and drops what waits for them. Returns how many ended by this. */
export const endWishes = (
  tables: MemoryTables,
  isMeant: (wish: Subscription) => boolean,
  now: Instant,
): number => {
  const ended = wishesIn(tables, (wish) => wish.endedAt === null && isMeant(wish))
  for (const wish of ended) {
    tables.subscriptions.set(wish.id, { ...wish, endedAt: now })
    dropIn(tables, ({ subscriptionId }) => subscriptionId === wish.id)
  }
  return ended.length
}

/** The piece of a comment, while it is public. */
export const publicPieceOf = (tables: MemoryTables, commentId: string, now: Instant): WishRecord['piece'] => {
  const article = tables.articles.get(tables.comments.get(commentId)?.articleId ?? '')
  if (!article || !isPublic(article, now)) return null
  const live = tables.articleRevisions.get(article.liveRevisionId ?? '')
  return { slug: article.slug, title: live?.title ?? '' }
}
