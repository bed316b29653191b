import type { Instant } from '../kernel/clock'
import type {
  SearchEntry,
  SearchIndexName,
  SearchKeeper,
  SearchSource,
  SearchStretch,
} from '../search/search-keeper'
import { integer, text } from './cells'
import type { Database } from './database'
import { bylinesOf, tagsOf } from './public-cards'
import { SEARCH_TABLES, type SearchTables, belongsAsItIs, within } from './search-tables'
import { type WordCounts, countWords, writeWords } from './search-words'
import { type Row, type SqlRunner, join, sql } from './sql'
import { articleIsPublic } from './visible'

/** Numbers that one moment has: a millisecond in which more was written borrows from the next. */
const NUMBERS = 1_024

/** A thread keeps the indexes with as much of a database as this. */
export type SearchDatabase = Pick<Database, 'read' | 'transaction' | 'dialect'>

const OF_ROW = { id: sql`s."id"`, articleId: sql`s."articleId"` }

export class SqlSearchKeeper implements SearchKeeper {
  readonly #db: SearchDatabase

  constructor(db: SearchDatabase) {
    this.#db = db
  }

  async strays(
    ...[index, scope, now, { after, size }]: Parameters<SearchKeeper['strays']>
  ): Promise<SearchStretch> {
    const tables = SEARCH_TABLES[index]
    const rows = await this.#db.read(sql`
      SELECT s."id", CASE WHEN ${belongsAsItIs(tables, now)} THEN 0 ELSE 1 END AS "isFound" FROM ${tables.rows} s
      WHERE s."id" > ${after} AND ${within(scope, OF_ROW)} ORDER BY s."id" LIMIT ${size}`)
    return stretchOf(rows, size)
  }

  async remove(index: SearchIndexName, ids: readonly string[], now: Instant): Promise<void> {
    const tables = SEARCH_TABLES[index]
    await this.#db.transaction(async (tx) => {
      const counts: WordCounts = new Map()
      const strays = await tx.all(sql`
        SELECT s."number", s."words" FROM ${tables.rows} s
        WHERE s."id" IN (${join([...ids])}) AND NOT ${belongsAsItIs(tables, now)}`)
      await this.#drop(tx, tables, strays, counts)
      await writeWords(tx, counts)
    })
  }

  async missing(
    ...[index, scope, now, { after, size }]: Parameters<SearchKeeper['missing']>
  ): Promise<SearchStretch> {
    const { rows, belongs, id, articleId, stamp } = SEARCH_TABLES[index]
    const candidates = await this.#db.read(sql`
      SELECT ${id} AS "id", CASE WHEN EXISTS (
        SELECT 1 FROM ${rows} s WHERE s."id" = ${id} AND s."stamp" = ${stamp}) THEN 0 ELSE 1 END AS "isFound"
      ${belongs(now)} AND ${id} > ${after} AND ${within(scope, { id, articleId })} ORDER BY ${id} LIMIT ${size}`)
    return stretchOf(candidates, size)
  }

  async sources(
    index: SearchIndexName,
    ids: readonly string[],
    now: Instant,
  ): Promise<readonly SearchSource[]> {
    if (ids.length === 0) return []
    const { belongs, id, articleId, at, stamp, texts } = SEARCH_TABLES[index]
    const found = await this.#db.read(sql`
      SELECT ${id} AS "id", ${articleId} AS "articleId", ${at} AS "at", ${stamp} AS "stamp", ${texts} ${belongs(now)}
        AND ${id} IN (${join([...ids])})`)
    const about = index === 'pieces' ? await this.#about(found.map((row) => text(row, 'id'))) : () => []
    return found.map((row) => ({
      id: text(row, 'id'),
      articleId: text(row, 'articleId'),
      stamp: text(row, 'stamp'),
      language: text(row, 'language'),
      at: integer(row, 'at'),
      title: text(row, 'title'),
      lead: [text(row, 'kicker'), text(row, 'dek'), ...about(text(row, 'id'))].join('\n'),
      body: text(row, 'body'),
    }))
  }

  async put(index: SearchIndexName, entries: readonly SearchEntry[], now: Instant): Promise<void> {
    if (entries.length === 0) return
    const tables = SEARCH_TABLES[index]
    await this.#db.transaction(async (tx) => {
      const counts: WordCounts = new Map()
      for (const entry of entries) await this.#put(tx, tables, entry, now, counts)
      await writeWords(tx, counts)
    })
  }

  async comeDue(since: Instant, now: Instant): Promise<readonly string[]> {
    const rows = await this.#db.read(sql`
      SELECT a."id" FROM "article" a WHERE ${articleIsPublic(now)} AND a."publishedAt" > ${since} ORDER BY a."id"`)
    return rows.map((row) => text(row, 'id'))
  }

  async clear(): Promise<void> {
    await this.#db.transaction(async (tx) => {
      for (const { rows, index } of Object.values(SEARCH_TABLES)) {
        await tx.run(sql`DELETE FROM ${rows}`)
        await tx.run(this.#db.dialect.fullText.clear(index))
      }
      await tx.run(sql`DELETE FROM "public_search_word"`)
    })
  }

  /** Whoever changes the text meanwhile waits for us, and brings the index up to date afterwards (PostgreSQL). */
  async #put(
    tx: SqlRunner,
    tables: SearchTables,
    entry: SearchEntry,
    now: Instant,
    counts: WordCounts,
  ): Promise<void> {
    const { rows, index, belongs, id, stamp, hasVocabulary } = tables
    const { dialect } = this.#db
    const still = await tx.all(sql`
      SELECT 1 ${belongs(now)} AND ${id} = ${entry.id} AND ${stamp} = ${entry.stamp} ${dialect.locks.share}`)
    if (still.length === 0) return
    await this.#drop(tx, tables, await tx.all(sql`SELECT * FROM ${rows} WHERE "id" = ${entry.id}`), counts)
    const number = await numberFor(tx, tables, entry.at)
    const words = hasVocabulary ? entry.words : []
    await tx.run(sql`
      INSERT INTO ${rows} ("number", "id", "articleId", "stamp", "language", "words")
      VALUES (${number}, ${entry.id}, ${entry.articleId}, ${entry.stamp}, ${entry.language}, ${words.join(' ')})`)
    await tx.run(dialect.fullText.add(index, number, entry))
    countWords(counts, words, 1)
  }

  /** Takes rows out; the caller writes `counts`. */
  async #drop(
    tx: SqlRunner,
    { rows, index }: SearchTables,
    found: readonly Row[],
    counts: WordCounts,
  ): Promise<void> {
    if (found.length === 0) return
    const numbers = join(found.map((row) => integer(row, 'number')))
    await tx.run(this.#db.dialect.fullText.drop(index, numbers))
    await tx.run(sql`DELETE FROM ${rows} WHERE "number" IN (${numbers})`)
    for (const row of found) countWords(counts, wordsIn(row), -1)
  }

  /** Authors and tags of these pieces, as lines. */
  async #about(articleIds: readonly string[]): Promise<(articleId: string) => readonly string[]> {
    const [bylines, tags] = await Promise.all([bylinesOf(this.#db, articleIds), tagsOf(this.#db, articleIds)])
    return (id) => [...(bylines.get(id) ?? []), ...(tags.get(id) ?? [])].map(({ name }) => name)
  }
}

const stretchOf = (rows: readonly Row[], size: number): SearchStretch => {
  const last = rows.at(-1)
  return {
    found: rows.filter((row) => integer(row, 'isFound') === 1).map((row) => text(row, 'id')),
    next: last && rows.length === size ? text(last, 'id') : null,
  }
}

const wordsIn = (row: Row): readonly string[] => text(row, 'words').split(' ').filter(Boolean)

/** The next free number of a moment. */
const numberFor = async (tx: SqlRunner, { rows }: SearchTables, at: Instant): Promise<number> => {
  for (let moment = at; ; moment += 1) {
    const [first, last] = [moment * NUMBERS, moment * NUMBERS + NUMBERS - 1]
    const [row] = await tx.all(sql`
      SELECT COALESCE(max("number") + 1, ${first}) AS "number" FROM ${rows}
      WHERE "number" BETWEEN ${first} AND ${last}`)
    const number = row ? integer(row, 'number') : first
    if (number <= last) return number
  }
}
