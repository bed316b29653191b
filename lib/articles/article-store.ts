import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import type { QueuedEffect } from '../kernel/effect'
import type { Cursor } from '../kernel/paging'
import type { Article, ArticleRecord, ArticleRevision, Tag } from './article'
import type { ArticleKind } from './article-kind'
import type { ArticleStatus } from './article-status'

/** A piece with its first draft, and what is told of it. */
export interface NewArticle {
  readonly article: Article
  readonly revision: ArticleRevision
  readonly bylineIds: readonly string[]
  readonly audit: AuditEntry
  readonly effects: readonly QueuedEffect[]
}

/** One change of a piece, stored whole or not at all. */
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
      | 'liveAt'
      | 'updatedAt'
      | 'firstPublishedAt'
      | 'addressPublicAt'
      | 'publishedAt'
      | 'unpublishAt'
      | 'pinnedUntil'
      | 'featuredAt'
      | 'trashedAt'
      | 'commentMode'
      | 'commentsCloseAt'
      | 'assignedToId'
      | 'conflictRevisionId'
    >
  >
  /** Stored in the same transaction when given; its `number` is assigned by the store (last + 1). */
  readonly revision?: Omit<ArticleRevision, 'number'>
  /** The draft's own revision, written over: one author's saves of a few minutes are one revision. Keeps its number. */
  readonly rewritten?: Omit<ArticleRevision, 'number'>
  /** Who stands below the title from now on, in this order. Left out: as before. */
  readonly bylineIds?: readonly string[]
  /** What the piece is about from now on, for readers: the tags of the revision that goes live. Left out: as before. */
  readonly liveTags?: readonly Tag[]
  /** The same of what it is a part of (null: of nothing), and of the piece it translates (its id; null: none). */
  readonly liveSeries?: Tag | null
  readonly liveOriginalId?: string | null
  /**
   * An address given up at which the piece was public: it leads to the new one. One that a piece takes back is public
   * at once, as it was, whatever `set.addressPublicAt` says.
   */
  readonly retiredSlug?: string
  readonly audit: AuditEntry
  readonly effects: readonly QueuedEffect[]
}

/** Which pieces of the studio are meant: those that meet every condition. */
export interface ArticleFilter {
  /** What pieces are at that moment. */
  readonly statuses: readonly ArticleStatus[]
  readonly now: Instant
  /** Only pieces this user is named on or created. */
  readonly ofUser?: string
  /** Only pieces this editor looks after. */
  readonly assignedTo?: string
  /** Only pieces whose draft has this in its title or its text, whatever the case of its letters. */
  readonly words?: string
  /** The same of the title alone. */
  readonly title?: string
  readonly kind?: ArticleKind
  /** Only pieces with this person (user id) below the title. */
  readonly author?: string
  /** Names as drafts have them, whatever the case of their letters. */
  readonly tag?: string
  readonly series?: string
  readonly featured?: true
  /** Only pieces that appear later than `now`, and before this moment. */
  readonly appearsBefore?: Instant
  /** Only drafts in which something may be missing (TK, a picture without a description); `needsAttention` is sure. */
  readonly mayNeedAttention?: true
}

/** `changed`, newest change first; `oldest`, the other way round; `published`, by the date readers see, newest first. */
export type ListOrder = 'changed' | 'oldest' | 'published'

/** A revision in a list. */
export type RevisionLine = Pick<
  ArticleRevision,
  'id' | 'number' | 'title' | 'wordCount' | 'authorId' | 'createdAt' | 'savedAt' | 'kind' | 'version'
> & { readonly authorName: string }

/** The studio's needs. Every method is atomic. */
export interface ArticleStore {
  /** `slug-taken` when another piece has, or had, that address. */
  insert(piece: NewArticle): Promise<'stored' | 'slug-taken'>
  /** Whatever its state, the trash included; with its draft and bylines. */
  find(articleId: string): Promise<ArticleRecord | null>
  /** `conflict` when the version has moved on: nothing was written. */
  apply(change: ArticleChange): Promise<'stored' | 'conflict' | 'slug-taken'>
  /** A text that lost a save conflict, kept as a revision of its own without touching the article. */
  keepRevision(revision: Omit<ArticleRevision, 'number'>): Promise<void>
  /** By its own id, of whichever piece. */
  findRevision(revisionId: string): Promise<ArticleRevision | null>
  /** Latest first, from below that number, without their texts. Up to `limit` + 1 rows. */
  revisions(articleId: string, below: number | null, limit: number): Promise<readonly RevisionLine[]>
  /** The newest text that the draft of that version came from (itself, unless it was written over since), or null. */
  ancestor(articleId: string, version: number): Promise<ArticleRevision | null>
  /** By the moment of the order (0 where there is none), then by id. Up to `limit` + 1 rows: the extra one tells there is more. */
  list(
    filter: ArticleFilter,
    after: Cursor | null,
    limit: number,
    order?: ListOrder,
  ): Promise<readonly ArticleRecord[]>
  /** Exactly how many pieces the filter lets through. */
  count(filter: ArticleFilter): Promise<number>
  /** Pieces that were or will be published, or taken down by themselves, from `from` until before `until`; at most `limit`. */
  calendar(
    filter: ArticleFilter,
    span: { readonly from: Instant; readonly until: Instant },
    limit: number,
  ): Promise<readonly ArticleRecord[]>
}
