import type { PublicCard } from '../articles/article'
import type {
  AuthorFacts,
  Counted,
  MonthCount,
  PieceIndex,
  PieceScope,
  TagFacts,
} from '../articles/piece-index'
import type { Instant } from '../kernel/clock'
import type { Cursor } from '../kernel/paging'
import { integer, text } from './cells'
import type { Database } from './database'
import { CARD_COLUMNS, LIVE_PIECES, readCards } from './public-cards'
import { type Row, type Sql, empty, join, sql } from './sql'
import { articleIsListed, articleIsPublic } from './visible'

const USERS = sql`u."id", u."slug", u."name", u."bio"`

/** A list of up to so many pieces is gathered and sorted; those of a longer one are met often enough on a walk by date. */
const SHORT = 1_000
/** The same for tags in common, of which a piece may have ten: of long ones only the newest pieces are looked at. */
const SHORT_TAG = 300
const NEWEST = 500

/** Rows `m` of the table that says which pieces belong to a list. */
const membersOf = (scope: Exclude<PieceScope, { kind: 'all' | 'period' }>): { table: Sql; are: Sql } => {
  switch (scope.kind) {
    case 'tag':
      return { table: sql`"article_tag" m`, are: sql`m."tagId" = ${scope.tagId}` }
    case 'author':
      return { table: sql`"byline" m`, are: sql`m."userId" = ${scope.userId}` }
    case 'series':
      return { table: sql`"article_series" m`, are: sql`m."seriesId" = ${scope.seriesId}` }
  }
}

const NEWEST_FIRST = sql`ORDER BY a."publishedAt" DESC, a."id" DESC`
const OLDEST_FIRST = sql`ORDER BY a."publishedAt", a."id"`

/**
 * Pieces that somebody chose are few: found by the index of that choice, and asked one by one whether they are listed. As a
 * plain condition a planner walks along all public pieces for them.
 */
const chosen = (choice: Sql, now: Instant): Sql =>
  sql`SELECT a."id" FROM "article" a WHERE ${choice} AND CASE WHEN ${articleIsListed(now)} THEN 1 ELSE 0 END = 1`

const newestPieces = (now: Instant, limit: number): Sql =>
  sql`SELECT a."id" FROM "article" a WHERE ${articleIsListed(now)} ${NEWEST_FIRST} LIMIT ${limit}`

export class SqlPieceIndex implements PieceIndex {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async cards(
    now: Instant,
    { limit, after, within = { kind: 'all' } }: Parameters<PieceIndex['cards']>[1],
  ): Promise<readonly PublicCard[]> {
    // The cursor's time stands in for "now", so that the walk along the index begins where the page does.
    const until = after ? Math.min(now, after.at) : now
    const beyond = after ? sql`AND (a."publishedAt", a."id") < (${after.at}, ${after.id})` : empty
    const end = sql`${beyond} ${NEWEST_FIRST} LIMIT ${limit}`
    return this.#cards(now, await this.#within(within, { now, until }, end), NEWEST_FIRST)
  }

  async pinned(now: Instant, limit: number): Promise<readonly PublicCard[]> {
    const ids = chosen(sql`a."pinnedUntil" > ${now}`, now)
    return this.#cards(now, sql`${ids} ${NEWEST_FIRST} LIMIT ${limit}`, NEWEST_FIRST)
  }

  async featured(now: Instant, limit: number): Promise<readonly PublicCard[]> {
    const lastChosen = sql`ORDER BY a."featuredAt" DESC, a."publishedAt" DESC, a."id" DESC`
    const ids = chosen(sql`a."featuredAt" > 0`, now)
    return this.#cards(now, sql`${ids} ${lastChosen} LIMIT ${limit}`, lastChosen)
  }

  async pages(now: Instant, limit: number): Promise<readonly PublicCard[]> {
    const rows = await this.#db.read(sql`
      SELECT ${CARD_COLUMNS} FROM ${LIVE_PIECES} WHERE a."kind" = 'page' AND ${articleIsPublic(now)}
      ${OLDEST_FIRST} LIMIT ${limit}`)
    return readCards(this.#db, rows)
  }

  async neighbours(
    { at, id }: Cursor,
    now: Instant,
  ): Promise<{ readonly earlier: PublicCard | null; readonly later: PublicCard | null }> {
    const after = sql`
      SELECT a."id" FROM "article" a WHERE ${articleIsListed(now)}
        AND a."publishedAt" >= ${at} AND (a."publishedAt", a."id") > (${at}, ${id}) ${OLDEST_FIRST} LIMIT 1`
    const [[earlier = null], [later = null]] = await Promise.all([
      this.cards(now, { limit: 1, after: { at, id } }),
      this.#cards(now, after, OLDEST_FIRST),
    ])
    return { earlier, later }
  }

  async sharingTags(
    articleId: string,
    now: Instant,
    limit: number,
  ): Promise<readonly { readonly card: PublicCard; readonly shared: number }[]> {
    const { short, long } = await this.#ownTags(articleId)
    const among = [
      ...(short.length > 0
        ? [sql`SELECT x."articleId" FROM "article_tag" x WHERE x."tagId" IN (${join(short)})`]
        : []),
      ...(long.length > 0
        ? [
            sql`SELECT x."articleId" FROM (${newestPieces(now, NEWEST)}) n CROSS JOIN "article_tag" x
              WHERE x."articleId" = n."id" AND x."tagId" IN (${join(long)})`,
          ]
        : []),
    ]
    if (among.length === 0) return []
    const found = await this.#db.read(sql`
      SELECT a."id", s."shared" FROM (
        SELECT u."articleId", COUNT(*) AS "shared" FROM (${join(among, ' UNION ALL ')}) u
        WHERE u."articleId" <> ${articleId} GROUP BY u."articleId") s
      CROSS JOIN "article" a
      WHERE a."id" = s."articleId" AND ${articleIsListed(now)}
      ORDER BY s."shared" DESC, a."publishedAt" DESC, a."id" DESC LIMIT ${limit}`)
    if (found.length === 0) return []
    const ids = found.map((row) => text(row, 'id'))
    const cards = await this.#cards(
      now,
      sql`SELECT a."id" FROM "article" a WHERE a."id" IN (${join(ids)})`,
      NEWEST_FIRST,
    )
    const byId = new Map(cards.map((card) => [card.id, card]))
    return found.flatMap((row) => {
      const card = byId.get(text(row, 'id'))
      return card ? [{ card, shared: integer(row, 'shared') }] : []
    })
  }

  async tag(slug: string, now: Instant): Promise<TagFacts | null> {
    const [row] = await this.#db.read(sql`
      SELECT t."id", t."slug", t."name" FROM "tag" t WHERE t."slug" = ${slug} AND EXISTS (
        SELECT 1 FROM "article_tag" x JOIN "article" a ON a."id" = x."articleId"
        WHERE x."tagId" = t."id" AND ${articleIsListed(now)})`)
    return row ? readTagFacts(row) : null
  }

  async tags(now: Instant, limit: number, newest?: number): Promise<readonly (TagFacts & Counted)[]> {
    const pieces =
      newest === undefined
        ? sql`SELECT a."id" FROM "article" a WHERE ${articleIsListed(now)}`
        : newestPieces(now, newest)
    const rows = await this.#db.read(sql`
      SELECT t."id", t."slug", t."name", COUNT(*) AS "pieces" FROM (${pieces}) n
      JOIN "article_tag" x ON x."articleId" = n."id" JOIN "tag" t ON t."id" = x."tagId"
      GROUP BY t."id", t."slug", t."name" ORDER BY COUNT(*) DESC, t."id" LIMIT ${limit}`)
    return rows.map((row) => ({ ...readTagFacts(row), pieces: integer(row, 'pieces') }))
  }

  async author(slug: string, now: Instant): Promise<AuthorFacts | null> {
    const [row] = await this.#db.read(sql`
      SELECT ${USERS} FROM "user" u WHERE u."slug" = ${slug} AND EXISTS (
        SELECT 1 FROM "byline" b JOIN "article" a ON a."id" = b."articleId"
        WHERE b."userId" = u."id" AND ${articleIsListed(now)})`)
    return row ? readAuthor(row) : null
  }

  async authors(now: Instant, limit: number): Promise<readonly (AuthorFacts & Counted)[]> {
    const rows = await this.#db.read(sql`
      SELECT ${USERS}, COUNT(*) AS "pieces" FROM "byline" b
      JOIN "article" a ON a."id" = b."articleId" JOIN "user" u ON u."id" = b."userId"
      WHERE ${articleIsListed(now)}
      GROUP BY ${USERS} ORDER BY COUNT(*) DESC, u."id" LIMIT ${limit}`)
    return rows.map((row) => ({ ...readAuthor(row), pieces: integer(row, 'pieces') }))
  }

  async months(now: Instant): Promise<readonly MonthCount[]> {
    const rows = await this.#db.read(sql`
      SELECT m."month", COUNT(*) AS "pieces" FROM (
        SELECT ${this.#db.dialect.monthOf(sql`a."publishedAt"`)} AS "month" FROM "article" a
        WHERE ${articleIsListed(now)}) m
      GROUP BY m."month" ORDER BY m."month" DESC`)
    return rows.map((row) => {
      const [year = '', month = ''] = text(row, 'month').split('-')
      return { year: Number(year), month: Number(month), pieces: integer(row, 'pieces') }
    })
  }

  /** The ids of a page of a list. */
  async #within(
    scope: PieceScope,
    { now, until }: { readonly now: Instant; readonly until: Instant },
    end: Sql,
  ): Promise<Sql> {
    if (scope.kind === 'all' || scope.kind === 'period') {
      const begins = scope.kind === 'all' ? empty : sql`AND a."publishedAt" >= ${scope.from}`
      const ends = scope.kind === 'all' ? until : Math.min(until, scope.until - 1)
      return sql`SELECT a."id" FROM "article" a WHERE ${articleIsListed(now, ends)} ${begins} ${end}`
    }
    const { table, are } = membersOf(scope)
    const isShort = (await this.#countUpTo(sql`SELECT 1 FROM ${table} WHERE ${are}`, SHORT)) < SHORT
    return isShort
      ? sql`SELECT a."id" FROM ${table} CROSS JOIN "article" a
          WHERE a."id" = m."articleId" AND ${are} AND ${articleIsListed(now, until)} ${end}`
      : sql`SELECT a."id" FROM "article" a WHERE ${articleIsListed(now, until)}
          AND EXISTS (SELECT 1 FROM ${table} WHERE m."articleId" = a."id" AND ${are}) ${end}`
  }

  /** Texts are long and stand in the same rows as titles: which pieces they are is settled before those are read. */
  async #cards(now: Instant, ids: Sql, order: Sql): Promise<readonly PublicCard[]> {
    const rows = await this.#db.read(sql`
      SELECT ${CARD_COLUMNS} FROM (${ids}) k CROSS JOIN ${LIVE_PIECES} WHERE a."id" = k."id" AND ${articleIsListed(now)} ${order}`)
    return readCards(this.#db, rows)
  }

  /** How many rows a query has, looking at no more than `most`. */
  async #countUpTo(query: Sql, most: number): Promise<number> {
    const [row] = await this.#db.read(sql`SELECT COUNT(*) AS "rows" FROM (${query} LIMIT ${most}) q`)
    return row ? integer(row, 'rows') : 0
  }

  /** The ids of a piece's tags: those that few pieces have, and those that many have. */
  async #ownTags(articleId: string): Promise<{ readonly short: string[]; readonly long: string[] }> {
    const rows = await this.#db.read(sql`SELECT "tagId" FROM "article_tag" WHERE "articleId" = ${articleId}`)
    const [short, long]: [string[], string[]] = [[], []]
    for (const id of rows.map((row) => text(row, 'tagId'))) {
      const most = SHORT_TAG + 1
      const pieces = await this.#countUpTo(sql`SELECT 1 FROM "article_tag" WHERE "tagId" = ${id}`, most)
      ;(pieces < most ? short : long).push(id)
    }
    return { short, long }
  }
}

/** Columns `id`, `slug` and `name` of `tag`. */
export const readTagFacts = (row: Row): TagFacts => ({
  id: text(row, 'id'),
  slug: text(row, 'slug'),
  name: text(row, 'name'),
})

const readAuthor = (row: Row): AuthorFacts => ({
  userId: text(row, 'id'),
  slug: text(row, 'slug'),
  name: text(row, 'name'),
  bio: text(row, 'bio'),
})
