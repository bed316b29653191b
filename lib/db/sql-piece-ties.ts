import type { PublicCard } from '../articles/article'
import type { Counted, TagFacts } from '../articles/piece-index'
import type { PieceTies, SeriesPlace } from '../articles/piece-ties'
import type { Instant } from '../kernel/clock'
import { integer, text } from './cells'
import type { Database } from './database'
import { CARD_COLUMNS, LIVE_PIECES, readCards } from './public-cards'
import { type Sql, join, sql } from './sql'
import { readTagFacts } from './sql-piece-index'
import { articleIsListed, articleIsPublic } from './visible'

const IN_ORDER = sql`ORDER BY a."publishedAt", a."id"`
const NEWEST_FIRST = sql`ORDER BY a."publishedAt" DESC, a."id" DESC`

export class SqlPieceTies implements PieceTies {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async series(slug: string, now: Instant): Promise<TagFacts | null> {
    const [row] = await this.#db.read(sql`
      SELECT s."id", s."slug", s."name" FROM "series" s WHERE s."slug" = ${slug} AND EXISTS (
        SELECT 1 FROM "article_series" m JOIN "article" a ON a."id" = m."articleId"
        WHERE m."seriesId" = s."id" AND ${articleIsListed(now)})`)
    return row ? readTagFacts(row) : null
  }

  async allSeries(now: Instant, limit: number): Promise<readonly (TagFacts & Counted)[]> {
    const rows = await this.#db.read(sql`
      SELECT s."id", s."slug", s."name", COUNT(*) AS "pieces" FROM "article_series" m
      JOIN "article" a ON a."id" = m."articleId" JOIN "series" s ON s."id" = m."seriesId"
      WHERE ${articleIsListed(now)}
      GROUP BY s."id", s."slug", s."name" ORDER BY COUNT(*) DESC, s."id" LIMIT ${limit}`)
    return rows.map((row) => ({ ...readTagFacts(row), pieces: integer(row, 'pieces') }))
  }

  async parts(seriesId: string, now: Instant, limit: number): Promise<readonly PublicCard[]> {
    const ids = sql`SELECT a."id" ${publicParts(sql`${seriesId}`, now)} ${IN_ORDER} LIMIT ${limit}`
    return this.#cards(ids, now, IN_ORDER)
  }

  async placeInSeries(articleId: string, now: Instant): Promise<SeriesPlace | null> {
    const [series] = await this.#db.read(sql`
      SELECT s."id", s."slug", s."name" FROM "article_series" m JOIN "series" s ON s."id" = m."seriesId"
      WHERE m."articleId" = ${articleId}`)
    if (!series) return null
    const rows = await this.#db.read(
      sql`SELECT a."id" ${publicParts(sql`${text(series, 'id')}`, now)} ${IN_ORDER}`,
    )
    const ids = rows.map((row) => text(row, 'id'))
    const at = ids.indexOf(articleId)
    if (at < 0) return null
    const beside = [ids[at - 1], ids[at + 1]].flatMap((id) => id ?? [])
    const cards = beside.length > 0 ? await this.#cards(idsIn(beside), now, IN_ORDER) : []
    const cardOf = (id: string | undefined) => cards.find((card) => card.id === id) ?? null
    return {
      ...{ series: readTagFacts(series), part: at + 1, parts: ids.length },
      ...{ earlier: cardOf(ids[at - 1]), later: cardOf(ids[at + 1]) },
    }
  }

  async translations(articleId: string, now: Instant): Promise<readonly PublicCard[]> {
    const first = sql`
      COALESCE((SELECT "originalId" FROM "article_translation" WHERE "articleId" = ${articleId}), ${articleId})`
    const ids = sql`
      SELECT q."id" FROM (
        SELECT ${first} AS "id" UNION SELECT t."articleId" FROM "article_translation" t WHERE t."originalId" = ${first}) q
      WHERE q."id" <> ${articleId}`
    return this.#cards(ids, now, NEWEST_FIRST)
  }

  async #cards(ids: Sql, now: Instant, order: Sql): Promise<readonly PublicCard[]> {
    const rows = await this.#db.read(sql`
      SELECT ${CARD_COLUMNS} FROM (${ids}) k CROSS JOIN ${LIVE_PIECES} WHERE a."id" = k."id" AND ${articleIsPublic(now)} ${order}`)
    return readCards(this.#db, rows)
  }
}

const publicParts = (seriesId: Sql, now: Instant): Sql => sql`
  FROM "article_series" m CROSS JOIN "article" a
  WHERE m."seriesId" = ${seriesId} AND a."id" = m."articleId" AND ${articleIsListed(now)}`

const idsIn = (ids: readonly string[]): Sql =>
  sql`SELECT a."id" FROM "article" a WHERE a."id" IN (${join([...ids])})`
