import { THREAD_SORTS } from '../../lib/comments/comment-view'

/** The order that stands in no address: the usual one. */
const [, ...SORTS] = THREAD_SORTS

/** What a redirect keeps of the query: the place in a list. Campaign tags, orders we do not have and the like end here. */
const KEPT = ['sort', 'after', 'branch'] as const

/** The query that goes along, with its `?`; "" where nothing does. */
export const keptQuery = (query: URLSearchParams, names: readonly (typeof KEPT)[number][] = KEPT): string => {
  const kept = new URLSearchParams()
  for (const name of names) {
    const value = query.get(name)
    if (!value) continue
    if (name !== 'sort' || SORTS.some((sort) => sort === value)) kept.set(name, value)
  }
  return kept.size > 0 ? `?${kept}` : ''
}
