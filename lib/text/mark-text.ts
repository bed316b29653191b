import { placesOf } from './matches'
import type { TextQuery } from './text-query'
import { type Token, tokensOf } from './tokens-of'

/** A piece of a text; `hit`: what was looked for. Joined, they are the text. */
export interface MarkedPart {
  readonly text: string
  readonly hit: boolean
}

/** Words of an excerpt, and of them those before the first hit. */
const EXCERPT = 36
const BEFORE = 8
/** Words that are read at once, and at most: what stands further down is found, but not shown. */
const STRETCH = 400
const READ_MAX = 4_000

/** Places of tokens, [from, to), of one term each. */
interface Hit {
  readonly term: number
  readonly from: number
  readonly to: number
}

const hitsIn = (tokens: readonly Token[], { terms }: TextQuery): readonly Hit[] =>
  terms
    .flatMap((term, index) => placesOf(tokens, term).map(([from, to]) => ({ term: index, from, to })))
    .sort((a, b) => a.from - b.from || b.to - a.to)

/** The stretch of a text from one place to another, with its hits apart. */
const partsBetween = (
  text: string,
  tokens: readonly Token[],
  hits: readonly Hit[],
  [start, end]: readonly [number, number],
): readonly MarkedPart[] => {
  const parts: MarkedPart[] = []
  let done = start
  const until = (place: number, hit: boolean): void => {
    if (place > done) parts.push({ text: text.slice(done, place), hit })
    done = Math.max(done, place)
  }
  for (const { from, to } of hits) {
    const [first, last] = [tokens[from]?.start ?? end, tokens[to - 1]?.end ?? end]
    if (first < start || last > end) continue
    until(first, false)
    until(last, true)
  }
  until(end, false)
  return parts
}

/** The whole text, with what was looked for apart. */
export const markText = (text: string, language: string, query: TextQuery): readonly MarkedPart[] => {
  const tokens = [...tokensOf(text, language)]
  return partsBetween(text, tokens, hitsIn(tokens, query), [0, text.length])
}

/** Where the most different terms stand close together; the first such place. */
const bestPlace = (hits: readonly Hit[]): { readonly at: number; readonly terms: number } => {
  let best = { at: 0, terms: 0 }
  for (const [index, { from }] of hits.entries()) {
    const near = new Set<number>()
    for (let next = index; (hits[next]?.to ?? Infinity) <= from + EXCERPT - BEFORE; next += 1) {
      near.add(hits[next]?.term ?? 0)
    }
    if (near.size > best.terms) best = { at: from, terms: near.size }
  }
  return best
}

/** The next words of a text, up to so many. */
const nextTokens = (tokens: Iterator<Token>, count: number): readonly Token[] => {
  const taken: Token[] = []
  while (taken.length < count) {
    const { value, done } = tokens.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

interface Stretch {
  readonly tokens: readonly Token[]
  readonly hits: readonly Hit[]
  /** Where the excerpt should be, and how many terms it shows there. */
  readonly at: number
  readonly terms: number
  readonly isFirst: boolean
}

/** The first stretch of a text that shows every term close together, or else the one that shows most. */
const bestStretch = (text: string, language: string, query: TextQuery): Stretch => {
  const reading = tokensOf(text, language)
  let best: Stretch | null = null
  for (let read = 0; read < READ_MAX && (best?.terms ?? 0) < query.terms.length; read += STRETCH) {
    const tokens = nextTokens(reading, STRETCH)
    const hits = hitsIn(tokens, query)
    const place = bestPlace(hits)
    if (!best || place.terms > best.terms) best = { tokens, hits, ...place, isFirst: read === 0 }
    if (tokens.length < STRETCH) break
  }
  return best ?? { tokens: [], hits: [], at: 0, terms: 0, isFirst: true }
}

/**
 * A few lines of a text around what was looked for, or its beginning when none of it stands there. Line breaks become
 * blanks, and an ellipsis stands where something is left out.
 */
export const excerptOf = (text: string, language: string, query: TextQuery): readonly MarkedPart[] => {
  const { tokens, hits, at, isFirst } = bestStretch(text, language, query)
  const first = Math.max(0, Math.min(at - BEFORE, tokens.length - EXCERPT))
  const last = Math.min(tokens.length, first + EXCERPT) - 1
  const [isStart, isEnd] = [isFirst && first === 0, last === tokens.length - 1 && tokens.length < STRETCH]
  const start = isStart ? 0 : (tokens[first]?.start ?? 0)
  const end = isEnd ? text.length : (tokens[last]?.end ?? text.length)
  const parts = partsBetween(text, tokens, hits, [start, end])
  return [
    ...(isStart ? [] : [{ text: '… ', hit: false }]),
    ...parts.map(({ text: part, hit }) => ({ text: part.replace(/\s+/gu, ' '), hit })),
    ...(isEnd ? [] : [{ text: ' …', hit: false }]),
  ]
}
