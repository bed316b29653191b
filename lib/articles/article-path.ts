/** Site-relative addresses, percent-encoded. */
export const articlePath = (slug: string): string => `/articles/${encodeURIComponent(slug)}`
export const tagPath = (slug: string): string => `/tags/${encodeURIComponent(slug)}`
export const seriesPath = (slug: string): string => `/series/${encodeURIComponent(slug)}`
export const authorPath = (slug: string): string => `/authors/${encodeURIComponent(slug)}`
export const archivePath = (year: number, month: number | null): string =>
  `/archive/${year}${month === null ? '' : `/${String(month).padStart(2, '0')}`}`
