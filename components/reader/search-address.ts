import type { SearchKind } from '@/lib/search/search-view'

/** The address of a page of results. The first page of pieces has the shortest. */
export const searchAddress = (typed: string, kind: SearchKind, page = 1): string => {
  const query = new URLSearchParams({ q: typed })
  if (kind === 'comments') query.set('in', kind)
  if (page > 1) query.set('page', String(page))
  return `/search?${query.toString()}`
}
