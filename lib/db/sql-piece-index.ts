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
import { type Row, type Sql, empty, sql } from './sql'
import { articleIsPublic } from './visible'

/** The piece `a` belongs to the list. */
const isWithin = (scope: PieceScope): Sql => {
  switch (scope.kind) {
    case 'all':
      return empty
    case 'tag':
      return sql`AND a."id" IN (SELECT x."articleId" FROM "article_tag" x WHERE x."tagId" = ${scope.tagId})`
    case 'author':
      return sql`AND a."id" IN (SELECT b."articleId" FROM "byline" b WHERE b."userId" = ${scope.userId})`
    case 'period':
      return sql`AND a."publishedAt" >= ${scope.from} AND a."publishedAt" < ${scope.until}`
  }
}

const USERS = sql`u."id", u."slug", u."name", u."bio"`

export class SqlPieceIndex implements PieceIndex {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async cards(
    now: Instant,
    { limit, after, within = { kind: 'all' } }: Parameters<PieceIndex['cards']>[1],
  ): Promise<readonly PublicCard[]> {
    const beyond = after ? sql`AND (a."publishedAt", a."id") < (${after.at}, ${after.id})` : empty
    return this.#cards(
      now,
      sql`${isWithin(within)} ${beyond} ORDER BY a."publishedAt" DESC, a."id" DESC LIMIT ${limit}`,
    )
  }

  async neighbours(
    { at, id }: Cursor,
    now: Instant,
  ): Promise<{ readonly earlier: PublicCard | null; readonly later: PublicCard | null }> {
    const [[earlier = null], [later = null]] = await Promise.all([
      this.cards(now, { limit: 1, after: { at, id } }),
      this.#cards(
        now,
        sql`AND (a."publishedAt", a."id") > (${at}, ${id}) ORDER BY a."publishedAt", a."id" LIMIT 1`,
      ),
    ])
    return { earlier, later }
  }

  async sharingTags(
    articleId: string,
    now: Instant,
    limit: number,
  ): Promise<readonly { readonly card: PublicCard; readonly shared: number }[]> {
    const rows = await this.#db.read(sql`
      SELECT ${CARD_COLUMNS}, s."shared" FROM (
        SELECT x."articleId", COUNT(*) AS "shared" FROM "article_tag" x
        WHERE x."articleId" <> ${articleId}
          AND x."tagId" IN (SELECT o."tagId" FROM "article_tag" o WHERE o."articleId" = ${articleId})
        GROUP BY x."articleId") s
      JOIN "article" a ON a."id" = s."articleId" JOIN "article_revision" r ON r."id" = a."liveRevisionId"
      WHERE ${articleIsPublic(now)}
      ORDER BY s."shared" DESC, a."publishedAt" DESC, a."id" DESC LIMIT ${limit}`)
    const cards = await readCards(this.#db, rows)
    return cards.map((card, index) => ({ card, shared: integer(rows[index] ?? {}, 'shared') }))
  }

  async tag(slug: string, now: Instant): Promise<TagFacts | null> {
    const [row] = await this.#db.read(sql`
      SELECT t."id", t."slug", t."name" FROM "tag" t WHERE t."slug" = ${slug} AND EXISTS (
        SELECT 1 FROM "article_tag" x JOIN "article" a ON a."id" = x."articleId"
        WHERE x."tagId" = t."id" AND ${articleIsPublic(now)})`)
    return row ? readTagFacts(row) : null
  }

  async tags(now: Instant, limit: number): Promise<readonly (TagFacts & Counted)[]> {
    const rows = await this.#db.read(sql`
      SELECT t."id", t."slug", t."name", COUNT(*) AS "pieces" FROM "article_tag" x
      JOIN "article" a ON a."id" = x."articleId" JOIN "tag" t ON t."id" = x."tagId"
      WHERE ${articleIsPublic(now)}
      GROUP BY t."id", t."slug", t."name" ORDER BY COUNT(*) DESC, t."id" LIMIT ${limit}`)
    return rows.map((row) => ({ ...readTagFacts(row), pieces: integer(row, 'pieces') }))
  }

  async author(slug: string, now: Instant): Promise<AuthorFacts | null> {
    const [row] = await this.#db.read(sql`
      SELECT ${USERS} FROM "user" u WHERE u."slug" = ${slug} AND EXISTS (
        SELECT 1 FROM "byline" b JOIN "article" a ON a."id" = b."articleId"
        WHERE b."userId" = u."id" AND ${articleIsPublic(now)})`)
    return row ? readAuthor(row) : null
  }

  async authors(now: Instant, limit: number): Promise<readonly (AuthorFacts & Counted)[]> {
    const rows = await this.#db.read(sql`
      SELECT ${USERS}, COUNT(*) AS "pieces" FROM "byline" b
      JOIN "article" a ON a."id" = b."articleId" JOIN "user" u ON u."id" = b."userId"
      WHERE ${articleIsPublic(now)}
      GROUP BY ${USERS} ORDER BY COUNT(*) DESC, u."id" LIMIT ${limit}`)
    return rows.map((row) => ({ ...readAuthor(row), pieces: integer(row, 'pieces') }))
  }

  async months(now: Instant): Promise<readonly MonthCount[]> {
    const rows = await this.#db.read(sql`
      SELECT m."month", COUNT(*) AS "pieces" FROM (
        SELECT ${this.#db.dialect.monthOf(sql`a."publishedAt"`)} AS "month" FROM "article" a
        WHERE ${articleIsPublic(now)}) m
      GROUP BY m."month" ORDER BY m."month" DESC`)
    return rows.map((row) => {
      const [year = '', month = ''] = text(row, 'month').split('-')
      return { year: Number(year), month: Number(month), pieces: integer(row, 'pieces') }
    })
  }

  async #cards(now: Instant, rest: Sql): Promise<readonly PublicCard[]> {
    const rows = await this.#db.read(sql`
      SELECT ${CARD_COLUMNS} FROM ${LIVE_PIECES} WHERE ${articleIsPublic(now)} ${rest}`)
    return readCards(this.#db, rows)
  }
}

const readTagFacts = (row: Row): TagFacts => ({
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
