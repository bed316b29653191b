import type { ArticleCardView } from '../articles/article-view'
import type { MarkedPart } from '../text/mark-text'

/** Plain data for the search page: made by search-public.ts. */
export interface FoundPieceView extends ArticleCardView {
  readonly marked: { readonly title: readonly MarkedPart[]; readonly excerpt: readonly MarkedPart[] }
}

export interface FoundCommentView {
  readonly id: string
  /** '' for none given. */
  readonly name: string
  /** Site-relative: the page of the thread that holds it. */
  readonly permalink: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly excerpt: readonly MarkedPart[]
  readonly piece: {
    readonly path: string
    readonly title: string
    readonly language: string
    readonly direction: 'ltr' | 'rtl'
  }
}

export type SearchKind = 'articles' | 'comments'

/** What the page of the search shows. */
export interface SearchView {
  /** As typed, canonical. '' for nothing yet. */
  readonly typed: string
  readonly kind: SearchKind
  /** How many were found of each kind, up to `FOUND_MAX`; null before anything was looked for. */
  readonly totals: Readonly<Record<SearchKind, number>> | null
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly articles: readonly FoundPieceView[]
  readonly comments: readonly FoundCommentView[]
  /** What may have been meant, when nothing was found; something is found with it. */
  readonly suggestion: string | null
}
