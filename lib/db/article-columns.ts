import type { ArticleRevision } from '../articles/article'
import type { ArticleChange } from '../articles/article-store'

const instant = (value: number | null | undefined): bigint | null | undefined =>
  typeof value === 'number' ? BigInt(value) : value

/** What a change may set; undefined leaves a column alone. */
export const inColumns = (set: ArticleChange['set']) => ({
  slug: set.slug,
  status: set.status,
  draftRevisionId: set.draftRevisionId,
  liveRevisionId: set.liveRevisionId,
  updatedAt: set.updatedAt === undefined ? undefined : BigInt(set.updatedAt),
  firstPublishedAt: instant(set.firstPublishedAt),
  addressPublicAt: instant(set.addressPublicAt),
  publishedAt: instant(set.publishedAt),
  liveAt: instant(set.liveAt),
  unpublishAt: instant(set.unpublishAt),
  pinnedUntil: instant(set.pinnedUntil),
  featuredAt: instant(set.featuredAt),
  trashedAt: instant(set.trashedAt),
  commentMode: set.commentMode,
  commentsCloseAt: instant(set.commentsCloseAt),
  assignedToId: set.assignedToId,
  conflictRevisionId: set.conflictRevisionId,
})

/** The row of a text, for Prisma: what is a list or an object is kept as JSON. */
export const revisionColumns = (revision: Omit<ArticleRevision, 'number'>, number: number) => ({
  ...revision,
  number,
  document: JSON.stringify(revision.document),
  tags: JSON.stringify(revision.tags),
  series: revision.series || null,
  notes: revision.notes.length > 0 ? JSON.stringify(revision.notes) : null,
  translationOf: revision.translationOf || null,
  canonicalUrl: revision.canonicalUrl || null,
  listing: JSON.stringify(revision.listing),
  cover: revision.cover && JSON.stringify(revision.cover),
  createdAt: BigInt(revision.createdAt),
  savedAt: BigInt(revision.savedAt),
})
