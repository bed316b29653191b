import { slugify } from '../slug'

/** Anchors of headings, each once per piece; the prefix keeps them from the page's own (`#comments`). */
export const headingIds = (): ((text: string) => string) => {
  const given = new Map<string, number>()
  return (text) => {
    const base = `h-${slugify(text)}`
    const count = (given.get(base) ?? 0) + 1
    given.set(base, count)
    return count === 1 ? base : `${base}-${count}`
  }
}
