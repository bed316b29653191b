/** A piece stands in lists and feeds; a page (About, Guidelines) has an address at the root, and stands in none. */
export const ARTICLE_KINDS = ['piece', 'page'] as const
export type ArticleKind = (typeof ARTICLE_KINDS)[number]
