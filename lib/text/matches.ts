import type { TextQuery, TextTerm } from './text-query'
import { type Token, tokensOf } from './tokens-of'

/** Whether the words from this one on are the phrase. */
const startsPhrase = (tokens: readonly Token[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((stem, index) => tokens[at + index]?.stem === stem)

/** The tokens (by place, [from, to)) that a term finds in a text. */
export const placesOf = (
  tokens: readonly Token[],
  { phrases, prefix }: TextTerm,
): readonly (readonly [number, number])[] => {
  const places: (readonly [number, number])[] = []
  for (const [at, { form }] of tokens.entries()) {
    const phrase = phrases.find((words) => startsPhrase(tokens, at, words))
    if (phrase) places.push([at, at + phrase.length])
    else if (prefix !== null && form.startsWith(prefix)) places.push([at, at + 1])
  }
  return places
}

/** Whether every term stands somewhere in these texts: what the indexes of the databases answer, by looking. */
export const matches = ({ terms }: TextQuery, texts: readonly string[], language: string): boolean => {
  const parts = texts.map((text) => [...tokensOf(text, language)])
  return terms.every((term) => parts.some((tokens) => placesOf(tokens, term).length > 0))
}
