import type { Instant } from '../kernel/clock'
import type { Article } from './article'
import { FROZEN, statusAt } from './article-status'

/** Whether readers have found the piece at the address it has now. */
export const isAddressKnown = (
  { addressPublicAt }: Pick<Article, 'addressPublicAt'>,
  now: Instant,
): boolean => addressPublicAt !== null && addressPublicAt <= now

/** Since when the address of a piece that is public from `at` on is known: it may have been before. */
export const addressPublicFrom = (article: Article, at: Instant, now: Instant): Instant | null =>
  isAddressKnown(article, now) ? article.addressPublicAt : at

/** Since when a new address of a piece is known: at once where it is public, then where it is scheduled, else never. */
export const newAddressPublicAt = (article: Article, now: Instant): Instant | null =>
  FROZEN.has(statusAt(article, now)) ? Math.max(article.publishedAt ?? now, now) : null
