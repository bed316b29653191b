/** What is compared of a piece in a list. */
interface Head {
  readonly title: string
  readonly dek: string
  readonly kicker: string
}

/** Shorter ones are mostly joints of a sentence. */
const WORD = /[\p{L}\p{N}]{4,}/gu
/** UTF-16 units of a text that are looked at: how it begins says what it is about. */
const ENOUGH = 20_000

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.slice(0, ENOUGH).normalize('NFKC').toLowerCase().match(WORD) ?? [])

/**
 * How much each head has to do with a text: the words of its title, dek and kicker that the text uses too, rare ones
 * counting more than those that most heads have. 0 for nothing in common.
 */
export const similarities = (text: string, heads: readonly Head[]): readonly number[] => {
  if (heads.length === 0) return []
  const used = wordsOf(text)
  const words = heads.map(({ title, dek, kicker }) => wordsOf(`${title} ${dek} ${kicker}`))
  const inHeads = new Map<string, number>()
  for (const set of words) for (const word of set) inHeads.set(word, (inHeads.get(word) ?? 0) + 1)
  const weight = (word: string): number => Math.log((1 + heads.length) / (inHeads.get(word) ?? 1))
  return words.map((set) => {
    let sum = 0
    for (const word of set) if (used.has(word)) sum += weight(word)
    return set.size === 0 ? 0 : sum / Math.sqrt(set.size)
  })
}
