import { DAY, type Instant } from '../kernel/clock'
import type { SiteSettings } from '../settings/site-settings'
import type { PublicArticle } from './article'

/** When the comments of a piece close: on its own date, else so many days after publication as the site says; null: never. */
export const closesAt = (
  { commentsCloseAt, publishedAt }: Pick<PublicArticle, 'commentsCloseAt' | 'publishedAt'>,
  { closeAfterDays }: Pick<SiteSettings, 'closeAfterDays'>,
): Instant | null => commentsCloseAt ?? (closeAfterDays === 0 ? null : publishedAt + closeAfterDays * DAY)
