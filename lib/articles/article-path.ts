import type { ArticleKind } from './article-kind'

/** The page that the house writes itself until somebody else does. */
export const GUIDELINES_SLUG = 'guidelines'

/** Site-relative addresses, percent-encoded. What belongs to a piece, its thread above all, stands below this one. */
export const articlePath = (slug: string): string => `/articles/${encodeURIComponent(slug)}`
/** Where readers find it: a page stands at the root. */
export const piecePath = ({ slug, kind }: { readonly slug: string; readonly kind: ArticleKind }): string =>
  kind === 'page' ? `/${encodeURIComponent(slug)}` : articlePath(slug)
/** Site-relative addresses of lists, percent-encoded. */
export const tagPath = (slug: string): string => `/tags/${encodeURIComponent(slug)}`
/** The page of a series, from `/`. */
export const seriesPath = (slug: string): string => `/series/${encodeURIComponent(slug)}`
/** The page of an author, from `/`. */
export const authorPath = (slug: string): string => `/authors/${encodeURIComponent(slug)}`
/** `month` from 1; null for the whole year. */
export const archivePath = (year: number, month: number | null): string =>
  `/archive/${year}${month === null ? '' : `/${String(month).padStart(2, '0')}`}`
