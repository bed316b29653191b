import { articlePath } from '../articles/article-path'
import { type Instant, HOUR } from '../kernel/clock'
import type { Ports } from '../ports'
import type { NewsPieceView } from './feed-view'

/** How long a piece is news, and how many a news sitemap may list (Google's rules for both). */
const NEWS_FOR = 48 * HOUR
const MOST = 1_000

/** What the map of news tells. */
export interface News {
  readonly pieces: readonly NewsPieceView[]
  /** When the first of them stops being news; null when there are none. */
  readonly until: Instant | null
}

/** What was published within the last 48 hours, newest first. */
export const listNews = async ({ feedReader, clock }: Pick<Ports, 'feedReader' | 'clock'>): Promise<News> => {
  const now = clock.now()
  // At its last moment it is news no more: that is when the press makes the list anew.
  const rows = await feedReader.news(now, { since: now - NEWS_FOR + 1, limit: MOST })
  const oldest = rows.at(-1)
  return {
    pieces: rows.map(({ slug, publishedAt, ...rest }) => ({
      ...rest,
      path: articlePath(slug),
      publishedAt: new Date(publishedAt).toISOString(),
    })),
    until: oldest ? oldest.publishedAt + NEWS_FOR : null,
  }
}
