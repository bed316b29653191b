/** Where words stand: [start, end) in the signs that were searched. */
export type Hit = readonly [start: number, end: number]

interface Node {
  readonly next: Map<string, Node>
  /** Signs of the word that ends here; 0 for none. */
  length: number
  /** The node of the longest shorter ending that also begins a word. */
  fallback: Node | null
  /** The nearest of those at which a word ends. */
  shorter: Node | null
}

const node = (): Node => ({ next: new Map(), length: 0, fallback: null, shorter: null })

const plant = (root: Node, word: readonly string[]): void => {
  let at = root
  for (const sign of word) {
    let next = at.next.get(sign)
    if (!next) at.next.set(sign, (next = node()))
    at = next
  }
  at.length = word.length
}

const follow = (from: Node | null, sign: string, root: Node): Node => {
  let at = from
  while (at && !at.next.has(sign)) at = at.fallback
  return at?.next.get(sign) ?? root
}

/** Breadth first, so that every shorter ending is known before the longer ones that fall back on it. */
const link = (root: Node): void => {
  const open = [root]
  for (let i = 0, at = open[0]; at; i += 1, at = open[i]) {
    for (const [sign, next] of at.next) {
      next.fallback = follow(at.fallback, sign, root)
      next.shorter = next.fallback.length > 0 ? next.fallback : next.fallback.shorter
      open.push(next)
    }
  }
}

/**
 * Aho and Corasick's automaton (1975): all words at once, in one pass whose length does not depend on how many words
 * there are. No word is ever a regular expression, so no list can make a search slow.
 */
export const makeWordFinder = (
  words: readonly (readonly string[])[],
): ((signs: readonly string[]) => readonly Hit[]) => {
  const root = node()
  for (const word of words) plant(root, word)
  link(root)
  return (signs) => {
    const hits: Hit[] = []
    let at = root
    signs.forEach((sign, index) => {
      at = follow(at, sign, root)
      for (let end: Node | null = at; end; end = end.shorter) {
        if (end.length > 0) hits.push([index + 1 - end.length, index + 1])
      }
    })
    return hits
  }
}
