/** What a redirect keeps of the query: the place in a list. Campaign tags and the like end here. */
const KEPT = ['after', 'sort'] as const

export const keptQuery = (query: URLSearchParams): string => {
  const kept = new URLSearchParams()
  for (const name of KEPT) {
    const value = query.get(name)
    if (value) kept.set(name, value)
  }
  return kept.size > 0 ? `?${kept}` : ''
}
