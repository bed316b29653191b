import { tokensOf } from '../text/tokens-of'

/** Signs of a piece that are looked through. */
const LOOKED_THROUGH = 60_000
/** A word in more of the paragraphs than this says nothing of any of them. */
const COMMON = 0.3

const stemsOf = (text: string, language: string): ReadonlySet<string> =>
  new Set([...tokensOf(text, language)].map(({ stem }) => stem))

/**
 * The paragraph of a piece that a comment most likely speaks of: the one it shares the rarest words with. Null where
 * it shares none.
 */
export const nearestParagraph = (plainText: string, body: string, language: string): string | null => {
  const paragraphs = plainText.slice(0, LOOKED_THROUGH).split(/\n{2,}/)
  const stems = paragraphs.map((paragraph) => stemsOf(paragraph, language))
  const worth = new Map(
    [...stemsOf(body, language)].flatMap((stem) => {
      const among = stems.filter((words) => words.has(stem)).length
      return among === 0 || (among > 1 && among > COMMON * stems.length) ? [] : [[stem, 1 / among]]
    }),
  )
  let best: { readonly at: number; readonly score: number } | null = null
  for (const [at, words] of stems.entries()) {
    let score = 0
    for (const [stem, value] of worth) if (words.has(stem)) score += value
    if (score > (best?.score ?? 0)) best = { at, score }
  }
  return best === null ? null : (paragraphs[best.at] ?? null)
}
