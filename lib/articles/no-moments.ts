import type { Article } from './article'

/** A piece of which nothing is planned and nobody looks after. */
export const NO_MOMENTS = {
  publishedAt: null,
  liveAt: null,
  firstPublishedAt: null,
  addressPublicAt: null,
  unpublishAt: null,
  pinnedUntil: null,
  featuredAt: null,
  trashedAt: null,
  commentMode: null,
  commentsCloseAt: null,
  assignedToId: null,
  conflictRevisionId: null,
} as const satisfies Partial<Article>
