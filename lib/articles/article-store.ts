import type { AuditEntry } from '../kernel/audit'
import type { QueuedEffect } from '../kernel/effect'
import type { Cursor } from '../kernel/paging'
import type { Article, ArticleRecord, ArticleRevision, Tag } from './article'
import type { ArticleStatus } from './article-status'

export interface NewArticle {
  readonly article: Article
  readonly revision: ArticleRevision
  readonly bylineIds: readonly string[]
  readonly audit: AuditEntry
  readonly effects: readonly QueuedEffect[]
}

export interface ArticleChange {
  readonly articleId: string
  /** Compare-and-set: the change happens only while the row still has this version; it then becomes version + 1. */
  readonly expectVersion: number
  readonly set: Partial<
    Pick<
      Article,
      | 'slug'
      | 'status'
      | 'draftRevisionId'
      | 'liveRevisionId'
      | 'updatedAt'
      | 'firstPublishedAt'
      | 'publishedAt'
      | 'trashedAt'
      | 'commentMode'
      | 'commentsCloseAt'
    >
  >
  /** Stored in the same transaction when given; its `number` is assigned by the store (last + 1). */
  readonly revision?: Omit<ArticleRevision, 'number'>
  /** What the piece is about from now on, for readers: the tags of the revision that goes live. Left out: as before. */
  readonly liveTags?: readonly Tag[]
  /** The same of what it is a part of (null: of nothing), and of the piece it translates (its id; null: none). */
  readonly liveSeries?: Tag | null
  readonly liveOriginalId?: string | null
  /** The address given up by a slug change of a piece that was public. */
  readonly retiredSlug?: string
  readonly audit: AuditEntry
  readonly effects: readonly QueuedEffect[]
}

export interface ArticleFilter {
  readonly statuses: readonly ArticleStatus[]
  /** Only pieces this user is named on or created. */
  readonly ofUser?: string
}

/** The studio's needs. Every method is atomic. */
export interface ArticleStore {
  /** `slug-taken` when another piece has, or had, that address. */
  insert(piece: NewArticle): Promise<'stored' | 'slug-taken'>
  find(articleId: string): Promise<ArticleRecord | null>
  /** `conflict` when the version has moved on: nothing was written. */
  apply(change: ArticleChange): Promise<'stored' | 'conflict' | 'slug-taken'>
  /** A text that lost a save conflict, kept as a revision of its own without touching the article. */
  keepRevision(revision: Omit<ArticleRevision, 'number'>): Promise<void>
  findRevision(revisionId: string): Promise<ArticleRevision | null>
  /** Newest change first, (updatedAt, id) descending. Up to `limit` + 1 rows: the extra one tells there is more. */
  list(filter: ArticleFilter, after: Cursor | null, limit: number): Promise<readonly ArticleRecord[]>
  count(filter: ArticleFilter): Promise<number>
}
