import type { Instant } from '../kernel/clock'
import type { Cursor } from '../kernel/paging'
import type { PublicCard, Tag } from './article'

/** Which public pieces a list is about. */
export type PieceScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'tag'; readonly tagId: string }
  | { readonly kind: 'author'; readonly userId: string }
  | { readonly kind: 'series'; readonly seriesId: string }
  /** Published from `from` on, and before `until`. */
  | { readonly kind: 'period'; readonly from: Instant; readonly until: Instant }

export interface TagFacts extends Tag {
  readonly id: string
}

export interface AuthorFacts {
  readonly userId: string
  readonly slug: string
  readonly name: string
  readonly bio: string
}

export interface Counted {
  /** Public pieces. */
  readonly pieces: number
}

export interface MonthCount extends Counted {
  readonly year: number
  /** 1 to 12, in UTC. */
  readonly month: number
}

/**
 * Public pieces by what they are about, who wrote them and when they came out. Public means what it means to
 * ArticleReader; a tag or a writer without a public piece is not there at all.
 */
export interface PieceIndex {
  /** Pieces that are to stand first now, newest first. */
  pinned(now: Instant, limit: number): Promise<readonly PublicCard[]>
  /** Pieces an editor has chosen for the front page, last chosen first. */
  featured(now: Instant, limit: number): Promise<readonly PublicCard[]>
  /** Pages that anybody may read, oldest first: they stand in no other list. */
  pages(now: Instant, limit: number): Promise<readonly PublicCard[]>
  /** Exactly the `limit` newest, (publishedAt, id) descending, without their texts. */
  cards(
    now: Instant,
    options: { readonly limit: number; readonly after?: Cursor | null; readonly within?: PieceScope },
  ): Promise<readonly PublicCard[]>
  /** The pieces that came out right before and right after this place. */
  neighbours(
    place: Cursor,
    now: Instant,
  ): Promise<{ readonly earlier: PublicCard | null; readonly later: PublicCard | null }>
  /**
   * Other pieces with tags of this one: most in common first, then newest. A tag that hundreds of pieces have counts
   * for new ones only.
   */
  sharingTags(
    articleId: string,
    now: Instant,
    limit: number,
  ): Promise<readonly { readonly card: PublicCard; readonly shared: number }[]>
  /** Null also for a tag that no public piece has. */
  tag(slug: string, now: Instant): Promise<TagFacts | null>
  /** Most used first; `newest`: by the so many newest pieces alone. */
  tags(now: Instant, limit: number, newest?: number): Promise<readonly (TagFacts & Counted)[]>
  /** Null also for somebody below whose name no public piece stands. */
  author(slug: string, now: Instant): Promise<AuthorFacts | null>
  /** Most pieces first. */
  authors(now: Instant, limit: number): Promise<readonly (AuthorFacts & Counted)[]>
  /** Newest first; months without a piece are left out. */
  months(now: Instant): Promise<readonly MonthCount[]>
}
