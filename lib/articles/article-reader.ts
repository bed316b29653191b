import type { Instant } from '../kernel/clock'
import type { Cursor } from '../kernel/paging'
import type { PublicArticle } from './article'

/** What an address of a piece means at a moment. */
export type SlugMeaning =
  | { readonly kind: 'public'; readonly articleId: string }
  /** An earlier address of a public piece: one hop to the current one. */
  | { readonly kind: 'moved'; readonly slug: string }
  /** Once public, now withdrawn. */
  | { readonly kind: 'gone' }
  /** Never public: drafts look exactly like nothing. */
  | { readonly kind: 'missing' }

/**
 * The public side. Public means `status = published`, a live revision, and `publishedAt <= now`, decided at
 * read time; no method can return anything else.
 */
export interface ArticleReader {
  meaningOf(slug: string, now: Instant): Promise<SlugMeaning>
  read(slug: string, now: Instant): Promise<PublicArticle | null>
  readById(articleId: string, now: Instant): Promise<PublicArticle | null>
  /** Exactly the `limit` newest, (publishedAt, id) descending. `except` leaves one piece out (related pieces). */
  latest(
    now: Instant,
    options: { readonly limit: number; readonly after?: Cursor | null; readonly except?: string },
  ): Promise<readonly PublicArticle[]>
}
