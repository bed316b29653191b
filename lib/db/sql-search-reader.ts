import type { Instant } from '../kernel/clock'
import {
  FOUND_MAX,
  type Found,
  type FoundComment,
  type KnownWord,
  type PublicIndexName,
  type SearchReader,
} from '../search/search-reader'
import type { TextQuery } from '../text/text-query'
import { readDirection } from './article-rows'
import { integer, text } from './cells'
import type { Database } from './database'
import { indexLanguages } from './index-languages'
import { SEARCH_TABLES, belongsAsItIs } from './search-tables'
import { type Sql, empty, join, sql } from './sql'
import { articleIsPublic, commentStands } from './visible'

/** Words that are compared with one that was typed. */
const LIKE_MAX = 3_000
/** Of the ranked, those whose headline alone holds what is looked for: however old, they are among them. */
const TITLES_MAX = 100

/** The query for its words alone, not for what begins like the last of them; itself where it asks for no beginning. */
const wholeWords = (query: TextQuery): TextQuery =>
  query.terms.some(({ prefix }) => prefix !== null)
    ? { terms: query.terms.map((term) => ({ ...term, prefix: null })) }
    : query

export class SqlSearchReader implements SearchReader {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  languages(index: PublicIndexName): Promise<readonly string[]> {
    return indexLanguages(this.#db, index)
  }

  async find(
    index: PublicIndexName,
    query: TextQuery,
    now: Instant,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<Found> {
    const tables = SEARCH_TABLES[index]
    const { fullText } = this.#db.dialect
    const matching = (whole: TextQuery, part: 'anywhere' | 'title', most: number | Sql) =>
      sql`SELECT * FROM (${fullText.match(tables.index, whole, { in: part, limit: most })}) p`
    const words = wholeWords(query)
    // What merely begins like the last word is looked for where there are not enough of the word itself: to rank by the
    // beginning of a common word is to go through every text that has one.
    const missing = sql`(SELECT CASE WHEN count(*) < ${FOUND_MAX} THEN ${FOUND_MAX} ELSE 0 END FROM whole)`
    const begun = words === query ? empty : sql`UNION ALL ${matching(query, 'anywhere', missing)}`
    const titles = index === 'pieces' ? sql`UNION ALL ${matching(query, 'title', TITLES_MAX)}` : empty
    const pool = sql`SELECT * FROM whole ${begun} ${titles}`
    // Counted and cut in one statement, of one moment, and ranked once (SQLite would do it for each use).
    const rows = await this.#db.read(sql`
      WITH whole AS MATERIALIZED (${matching(words, 'anywhere', FOUND_MAX)}), ranked AS MATERIALIZED (
        SELECT s."id", m."number", m."score" FROM (
          SELECT p."number", max(p."score") AS "score" FROM (${pool}) p GROUP BY p."number") m
        JOIN ${tables.rows} s ON s."number" = m."number"
        WHERE ${belongsAsItIs(tables, now)})
      SELECT c."total", r."id" FROM (SELECT count(*) AS "total" FROM ranked) c
      LEFT JOIN (SELECT * FROM ranked ORDER BY "score" DESC, "number" DESC LIMIT ${limit} OFFSET ${offset}) r ON 1 = 1
      ORDER BY r."score" DESC, r."number" DESC`)
    const [first] = rows
    return {
      ids: rows.flatMap((row) => (row.id === null ? [] : text(row, 'id'))),
      total: first ? Math.min(integer(first, 'total'), FOUND_MAX) : 0,
    }
  }

  async comments(ids: readonly string[], now: Instant): Promise<readonly FoundComment[]> {
    if (ids.length === 0) return []
    const rows = await this.#db.read(sql`
      SELECT c."id", c."name", b."body", c."createdAt", a."slug", r."title", r."language", r."direction"
      FROM "comment" c JOIN "comment_revision" b ON b."id" = c."approvedRevisionId"
      JOIN "article" a ON a."id" = c."articleId" JOIN "article_revision" r ON r."id" = a."liveRevisionId"
      WHERE c."id" IN (${join([...ids])}) AND ${commentStands} AND ${articleIsPublic(now)}`)
    const byId = new Map(
      rows.map((row): [string, FoundComment] => [
        text(row, 'id'),
        {
          id: text(row, 'id'),
          name: text(row, 'name'),
          body: text(row, 'body'),
          createdAt: integer(row, 'createdAt'),
          piece: {
            slug: text(row, 'slug'),
            title: text(row, 'title'),
            language: text(row, 'language'),
            direction: readDirection(row),
          },
        },
      ]),
    )
    return ids.flatMap((id) => byId.get(id) ?? [])
  }

  async wordsLike(word: string): Promise<readonly KnownWord[]> {
    const letters = [...word]
    const { length } = letters
    // The edges of words that are as long as this one, or a letter or two longer or shorter.
    const edges = [-2, -1, 0, 1, 2].map((more) => Math.max(1, Math.floor((length + more - 1) / 2)))
    const heads = [...new Set(edges)].map((size) => letters.slice(0, size).join(''))
    const tails = [...new Set(edges)].map((size) => letters.slice(length - size).join(''))
    const rows = await this.#db.read(sql`
      SELECT "word", "documents" FROM "public_search_word"
      WHERE ("head" IN (${join(heads)}) OR "tail" IN (${join(tails)}))
        AND length("word") BETWEEN ${length - 2} AND ${length + 2} AND "documents" > 0
      ORDER BY "documents" DESC, "word" LIMIT ${LIKE_MAX}`)
    return rows.map((row) => ({ word: text(row, 'word'), documents: integer(row, 'documents') }))
  }
}
