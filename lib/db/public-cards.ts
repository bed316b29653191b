import type { Byline, PublicCard, Tag } from '../articles/article'
import { readByline, readCover, readDirection, readKind, readTag } from './article-rows'
import { integer, text } from './cells'
import type { Database } from './database'
import { type Row, type Sql, join, sql } from './sql'
import { visibleCount } from './visible'

/** Columns of the piece `a` and its live revision `r`, for `readCards`. */
export const CARD_COLUMNS = sql`a."id", a."slug", a."kind", a."publishedAt", r."title", r."dek", r."kicker", r."cover", r."wordCount",
  r."language", r."direction", ${visibleCount} AS "commentCount"`

export const LIVE_PIECES = sql`"article" a JOIN "article_revision" r ON r."id" = a."liveRevisionId"`

/** A row of `CARD_COLUMNS` as a card, with the bylines that were asked beside it. */
export const readCard = (row: Row, bylines: readonly Byline[]): PublicCard => ({
  id: text(row, 'id'),
  slug: text(row, 'slug'),
  kind: readKind(row),
  title: text(row, 'title'),
  dek: text(row, 'dek'),
  kicker: text(row, 'kicker'),
  cover: readCover(row),
  wordCount: integer(row, 'wordCount'),
  language: text(row, 'language'),
  direction: readDirection(row),
  publishedAt: integer(row, 'publishedAt'),
  bylines,
  commentCount: integer(row, 'commentCount'),
})

/** One list of rows for each piece, by one query however many pieces. */
const ofEach = async <T>(
  db: Pick<Database, 'read'>,
  articleIds: readonly string[],
  query: (ids: Sql) => Sql,
  read: (row: Row) => T,
): Promise<ReadonlyMap<string, readonly T[]>> => {
  if (articleIds.length === 0) return new Map()
  const rows = await db.read(query(join([...articleIds])))
  return new Map(articleIds.map((id) => [id, rows.filter((row) => row.articleId === id).map(read)]))
}

/** By the pieces' ids, in the order of the bylines. */
export const bylinesOf = (
  db: Pick<Database, 'read'>,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Byline[]>> =>
  ofEach(
    db,
    articleIds,
    (ids) => sql`
      SELECT b."articleId", u."id" AS "userId", u."name", u."slug" FROM "byline" b JOIN "user" u ON u."id" = b."userId"
      WHERE b."articleId" IN (${ids}) ORDER BY b."position", u."id"`,
    readByline,
  )

/** The tags of these pieces as readers see them, by the id of the piece. */
export const tagsOf = (
  db: Pick<Database, 'read'>,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Tag[]>> =>
  ofEach(
    db,
    articleIds,
    (ids) => sql`
      SELECT x."articleId", t."slug", t."name" FROM "article_tag" x JOIN "tag" t ON t."id" = x."tagId"
      WHERE x."articleId" IN (${ids}) ORDER BY x."position", t."id"`,
    readTag,
  )

/** Rows of CARD_COLUMNS with their bylines. */
export const readCards = async (
  db: Pick<Database, 'read'>,
  rows: readonly Row[],
): Promise<readonly PublicCard[]> => {
  const ids = rows.map((row) => text(row, 'id'))
  const bylines = await bylinesOf(db, ids)
  return rows.map((row) => readCard(row, bylines.get(text(row, 'id')) ?? []))
}
