import type { ArticleKind } from '../articles/article-kind'
import type { ArticleText } from '../articles/article'
import type { Cover } from '../articles/cover'
import type { Instant } from '../kernel/clock'

/** A comment that readers see, with the piece it stands under: what a feed of comments tells. */
export interface CommentEntryRow {
  readonly id: string
  /** What it answers, when that is a comment readers see, too; null for a root and below a stub. */
  readonly parentId: string | null
  readonly name: string
  readonly body: string
  readonly createdAt: Instant
  /** When readers got these words: written, let stand, or changed in sight of all, whichever was last. */
  readonly changedAt: Instant
  readonly piece: {
    readonly id: string
    readonly slug: string
    readonly title: string
    readonly language: string
  }
}

/** A public piece as a sitemap lists it. */
export interface SitemapRow {
  readonly slug: string
  readonly kind: ArticleKind
  /** Where the addresses of its pictures stand. */
  readonly html: string
  readonly cover: Cover | null
  /** When the live text was made, or when it became public if that was later. */
  readonly changedAt: Instant
}

/** A public piece that is new enough for the map of news. */
export interface NewsRow {
  readonly slug: string
  readonly title: string
  readonly language: string
  readonly publishedAt: Instant
}

/**
 * What machines are told of the public side. Public and visible as in `ArticleReader` and `ThreadReader`, decided at
 * read time by the same predicate; no method can return anything else.
 */
export interface FeedReader {
  /** The newest visible comments, (createdAt, id) descending: of one piece, or of all (`articleId` null). */
  comments(
    now: Instant,
    options: { readonly articleId: string | null; readonly limit: number },
  ): Promise<readonly CommentEntryRow[]>
  /** All public pieces, oldest first, in parts of `size`: for each part its newest `changedAt`. */
  sitemapParts(now: Instant, size: number): Promise<readonly Instant[]>
  /** The pieces of one part, from 0. */
  sitemapPart(
    now: Instant,
    options: { readonly part: number; readonly size: number },
  ): Promise<readonly SitemapRow[]>
  /** Pieces published at `since` or later, newest first. */
  news(
    now: Instant,
    options: { readonly since: Instant; readonly limit: number },
  ): Promise<readonly NewsRow[]>
  /** The live document of a public piece, as it was stored. */
  document(
    articleId: string,
    now: Instant,
  ): Promise<Pick<ArticleText, 'document' | 'schemaVersion' | 'plainText'> | null>
}
