import type { Instant } from '../kernel/clock'
import type { PublicArticle } from './article'
import type { ArticleKind } from './article-kind'

/** What the slug of a piece or page means at a moment. */
export type SlugMeaning =
  | { readonly kind: 'public'; readonly articleId: string; readonly of: ArticleKind }
  /** An earlier address of a public piece: one hop to the current one. */
  | { readonly kind: 'moved'; readonly slug: string; readonly of: ArticleKind }
  /** Once public, now withdrawn. */
  | { readonly kind: 'gone'; readonly of: ArticleKind }
  /** Never public: drafts look exactly like nothing. */
  | { readonly kind: 'missing' }

export type CommentablePiece = Pick<
  PublicArticle,
  'id' | 'commentMode' | 'commentsCloseAt' | 'language' | 'publishedAt'
>

/**
 * The public side. Public means `status = published`, a live revision, `publishedAt <= now` and no
 * `unpublishAt <= now`, decided at read time; no method can return anything else.
 */
export interface ArticleReader {
  /** What a comment must know of the piece it stands under, by its address or an earlier one: a form may be older than that. */
  commentable(slug: string, now: Instant): Promise<CommentablePiece | null>
  /**
   * When lists or pieces are others next without anybody doing anything (a piece appears, is taken down, loses its place
   * at the top): after `now`, or null. Nothing that readers see is kept beyond it.
   */
  nextChange(now: Instant): Promise<Instant | null>
  /** What an address leads to, its own or one that a piece had before. */
  meaningOf(slug: string, now: Instant): Promise<SlugMeaning>
  /** At its own address or an earlier one. */
  read(slug: string, now: Instant): Promise<PublicArticle | null>
  readById(articleId: string, now: Instant): Promise<PublicArticle | null>
  /** Those of these pieces that are public, in the order asked for. */
  readAll(articleIds: readonly string[], now: Instant): Promise<readonly PublicArticle[]>
}
