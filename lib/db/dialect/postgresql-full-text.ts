import type { TextQuery, TextTerm } from '../../text/text-query'
import { empty, sql } from '../sql'
import type { FullText, IndexedTokens, TextPart } from './full-text'

/*
 * tsvector and tsquery, written out by hand: no configuration of PostgreSQL's takes our words apart once more. Title,
 * lead, body and forms are the weights A, B, C and D.
 */

const quote = (word: string): string => `'${word.replaceAll("'", '').replaceAll('\\', '')}'`

/** A tsvector counts no further, and tells no sequence behind that. */
const POSITION_MAX = 16_383
/** Nor does it keep more places of one word. */
const PLACES_MAX = 255

const vectorText = ({ title, lead, body, forms }: IndexedTokens): string => {
  const places = new Map<string, string[]>()
  let position = 0
  for (const [weight, tokens] of [
    ['A', title],
    ['B', lead],
    ['C', body],
    ['D', forms],
  ] as const) {
    // A gap, so that no phrase reaches from one part into the next.
    position += 1
    for (const token of tokens) {
      position += 1
      const before = places.get(token) ?? []
      if (before.length < PLACES_MAX) before.push(`${Math.min(position, POSITION_MAX)}${weight}`)
      places.set(token, before)
    }
  }
  return [...places].map(([token, at]) => `${quote(token)}:${at.join(',')}`).join(' ')
}

const WEIGHTS: Readonly<Record<TextPart, string>> = { anywhere: 'ABC', title: 'A' }

const termText = ({ phrases, prefix }: TextTerm, part: TextPart): string => {
  const either = phrases.map(
    (words) => `(${words.map((word) => `${quote(word)}:${WEIGHTS[part]}`).join(' <-> ')})`,
  )
  const begins = prefix === null || part === 'title' ? [] : [`${quote(prefix)}:*D`]
  return `(${[...either, ...begins].join(' | ')})`
}

/** The query in PostgreSQL's own language. Every word is quoted. */
const tsqueryText = ({ terms }: TextQuery, part: TextPart): string =>
  terms.map((term) => termText(term, part)).join(' & ')

export const postgresqlFullText: FullText = {
  add: (index, number, tokens) => sql`
    INSERT INTO ${index} ("number", "tokens") VALUES (${number}, CAST(${vectorText(tokens)} AS tsvector))`,
  drop: (index, numbers) => sql`DELETE FROM ${index} WHERE "number" IN (${numbers})`,
  clear: (index) => sql`DELETE FROM ${index}`,
  // Nothing to do: its rows go as others do.
  settle: () => sql`SELECT 1`,
  match: (index, query, options) => sql`
    SELECT m."number", ts_rank('{0.05, 0.3, 0.6, 1.0}', m."tokens", m."query", 1) AS "score" FROM (
      SELECT i."number", i."tokens", q."query" FROM ${index} i,
        (SELECT CAST(${tsqueryText(query, options.in)} AS tsquery) AS "query") q
      WHERE i."tokens" @@ q."query" ORDER BY i."number" DESC LIMIT ${options.limit}) m`,
  matching: (index, query, { below, limit }) => sql`
    SELECT "number" FROM ${index} WHERE "tokens" @@ CAST(${tsqueryText(query, 'anywhere')} AS tsquery)
      ${below === null ? empty : sql`AND "number" < ${below}`}
    ORDER BY "number" DESC LIMIT ${limit}`,
}
