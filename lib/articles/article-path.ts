/** Site-relative address of a piece, percent-encoded. */
export const articlePath = (slug: string): string => `/articles/${encodeURIComponent(slug)}`
