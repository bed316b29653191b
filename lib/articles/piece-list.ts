import type { PieceScope } from './piece-index'

/** A list of pieces by its address, as it was asked for. */
export type ListName =
  | { readonly kind: 'tag'; readonly slug: string }
  | { readonly kind: 'author'; readonly slug: string }
  | { readonly kind: 'series'; readonly slug: string }
  /** `2025`, and `02` or null for the whole year. */
  | { readonly kind: 'period'; readonly year: string; readonly month: string | null }

/** What stands above a list. */
export type ListTitle =
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'author'; readonly name: string; readonly bio: string }
  | { readonly kind: 'series'; readonly name: string }
  | { readonly kind: 'period'; readonly year: number; readonly month: number | null }

/** A list of pieces that readers can find, by its heading and what stands in it. */
export interface PieceListView {
  readonly title: ListTitle
  /** Site-relative, percent-encoded. */
  readonly path: string
  /** What articles.latest is to list. */
  readonly within: PieceScope
}

export type ListMeaning =
  | { readonly kind: 'list'; readonly list: PieceListView }
  /** The same list under its usual spelling. */
  | { readonly kind: 'moved'; readonly path: string }
  /** A list without a public piece is as if it had never been. */
  | { readonly kind: 'missing' }
