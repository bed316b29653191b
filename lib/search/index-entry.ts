import type { SearchEntry, SearchSource } from './search-keeper'
import { type Token, tokensOf } from '../text/tokens-of'

/** Words of one text that are found; a book is cut. */
const WORDS_MAX = 20_000
/** Suggestions are made of what people may have meant: not of numbers, and not of what was typed with closed eyes. */
const WORD = /^[\p{L}\p{M}]{3,30}$/u

const firstTokens = (text: string, language: string): readonly Token[] => {
  const tokens: Token[] = []
  for (const token of tokensOf(text, language)) {
    if (token.stem === '' || token.form === '') continue
    tokens.push(token)
    if (tokens.length === WORDS_MAX) break
  }
  return tokens
}

/** Takes a text apart for an index. */
export const indexEntry = ({ title, lead, body, ...facts }: SearchSource): SearchEntry => {
  const [inTitle = [], inLead = [], inBody = []] = [title, lead, body].map((text) =>
    firstTokens(text, facts.language),
  )
  const stems = (tokens: readonly Token[]): readonly string[] => tokens.map(({ stem }) => stem)
  const all = [...inTitle, ...inLead, ...inBody]
  const words = new Set(all.flatMap(({ form, isPart }) => (!isPart && WORD.test(form) ? [form] : [])))
  return {
    ...facts,
    title: stems(inTitle),
    lead: stems(inLead),
    body: stems(inBody),
    forms: [...new Set(all.map(({ form }) => form))],
    words: [...words],
  }
}
