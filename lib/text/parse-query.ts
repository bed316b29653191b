import { baseLanguage } from './stem'
import type { TextQuery, TextTerm } from './text-query'
import { tokensOf } from './tokens-of'

/** More words than anybody types: the rest is left out. */
const TERMS_MAX = 12
/** Shorter beginnings would find everything. */
const PREFIX_MIN = 2

const QUOTED = /"([^"]+)"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]/gu
/** A word, and the star behind it. */
const LOOSE = /[\p{L}\p{N}\p{M}]+\*?/gu

/** The sequence of stems in each language, each sequence once. */
const phrasesOf = (words: string, languages: readonly string[]): TextTerm['phrases'] => {
  const found = new Map<string, readonly string[]>()
  for (const language of languages) {
    const stems = [...tokensOf(words, language)].map(({ stem }) => stem).filter((stem) => stem !== '')
    if (stems.length > 0) found.set(stems.join(' '), stems)
  }
  return [...found.values()]
}

const termOf = (words: string, languages: readonly string[], prefix: string | null): TextTerm[] => {
  const phrases = phrasesOf(words, languages)
  return phrases.length > 0 ? [{ phrases, prefix }] : []
}

/** The beginning that `word*` asks for; also of the last word, which may not be typed to its end. */
const prefixOf = (word: string): string | null => {
  const tokens = [...tokensOf(word, '')]
  const [token] = tokens
  if (!token || tokens.length > 1) return null
  // A single letter of a script without blanks is stored with its neighbour.
  const isLong = token.isPart || [...token.form].length >= PREFIX_MIN
  return isLong ? token.form : null
}

/**
 * What was typed, understood: "words in quotes" stand in this order, `begin*` is the beginning of a word, and every
 * other word counts in all its forms. The last word may be a beginning too. Null when there is nothing to look for.
 * `languages`: those of the texts, whose words change differently.
 */
export const parseQuery = (typed: string, languages: readonly string[]): TextQuery | null => {
  const bases = [...new Set([...languages, 'en'].map(baseLanguage))]
  const quoted = [...typed.matchAll(QUOTED)].map(([, ...inner]) => inner.find(Boolean) ?? '')
  const loose = [...typed.replace(QUOTED, ' ').matchAll(LOOSE)].map(([word]) => word)
  const endsLoose = !/["”»“]\s*$/u.test(typed)
  const terms = [
    ...quoted.flatMap((words) => termOf(words, bases, null)),
    ...loose.flatMap((word, index) => {
      const isBeginning = word.endsWith('*') || (endsLoose && index === loose.length - 1)
      return termOf(word, bases, isBeginning ? prefixOf(word) : null)
    }),
  ]
  return terms.length > 0 ? { terms: terms.slice(0, TERMS_MAX) } : null
}
