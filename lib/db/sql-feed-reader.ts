import type { CommentEntryRow, FeedReader, NewsRow, SitemapRow } from '../feeds/feed-reader'
import type { Instant } from '../kernel/clock'
import { readCover, readKind } from './article-rows'
import { integer, integerOrNull, text, textOrNull } from './cells'
import type { Database } from './database'
import { type Row, type Sql, sql } from './sql'
import { articleIsPublic, commentIsShown, commentStands, pieceIsPublic } from './visible'

/** Public pieces `a` with their live revision `r`. */
const published = (now: Instant): Sql => sql`
  FROM "article" a JOIN "article_revision" r ON r."id" = a."liveRevisionId" WHERE ${articleIsPublic(now)}`

/** Saved in the morning, published at noon: to a reader a text is as old as its publication. */
const liveAt = sql`COALESCE(a."liveAt", r."createdAt")`
const changedAt = sql`CASE WHEN ${liveAt} > a."publishedAt" THEN ${liveAt} ELSE a."publishedAt" END`

/** Written on Monday, let stand on Friday: to a reader a comment changed when somebody decided to show these words. */
const shownAt = sql`(
  SELECT MAX(d."createdAt") FROM "decision" d WHERE d."commentAt" = c."createdAt" AND d."commentId" = c."id"
  AND d."toStatus" = 'approved' AND (d."fromStatus" <> 'approved' OR d."move" = 'approve'))`

const newest = (where: Sql, now: Instant, limit: number): Sql => sql`
  SELECT c."id", c."createdAt" FROM "comment" c WHERE ${where} AND ${commentStands} AND ${pieceIsPublic(now)}
  ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${limit}`

/** A walk along the index by status and time. */
const newestOfAll = (now: Instant, limit: number): Sql => newest(sql`true`, now, limit)

/** A walk along comment_roots_idx and one along comment_feed_idx, which holds what is no root. */
const newestOf = (articleId: string, now: Instant, limit: number): Sql => {
  const here = sql`c."articleId" = ${articleId} AND ${commentIsShown}`
  return sql`
    SELECT * FROM (${newest(sql`${here} AND c."depth" = 0`, now, limit)}) roots
    UNION ALL SELECT * FROM (${newest(sql`${here} AND c."depth" > 0`, now, limit)}) replies
    ORDER BY "createdAt" DESC, "id" DESC LIMIT ${limit}`
}

export class SqlFeedReader implements FeedReader {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async comments(
    now: Instant,
    { articleId, limit }: Parameters<FeedReader['comments']>[1],
  ): Promise<readonly CommentEntryRow[]> {
    const rows = await this.#db.read(sql`
      SELECT c."id", c."name", b."body", c."createdAt", c."editedAt", ${shownAt} AS "shownAt",
        CASE WHEN p."status" = 'approved' THEN c."parentId" END AS "parentId",
        a."id" AS "articleId", a."slug", r."title", r."language"
      FROM (${articleId === null ? newestOfAll(now, limit) : newestOf(articleId, now, limit)}) s
      JOIN "comment" c ON c."id" = s."id"
      JOIN "comment_revision" b ON b."id" = c."approvedRevisionId"
      JOIN "article" a ON a."id" = c."articleId"
      JOIN "article_revision" r ON r."id" = a."liveRevisionId"
      LEFT JOIN "comment" p ON p."id" = c."parentId"
      ORDER BY c."createdAt" DESC, c."id" DESC`)
    return rows.map(readCommentEntry)
  }

  async sitemapParts(now: Instant, size: number): Promise<readonly Instant[]> {
    const rows = await this.#db.read(sql`
      SELECT MAX(s."changedAt") AS "changedAt" FROM (
        SELECT ${changedAt} AS "changedAt",
          (ROW_NUMBER() OVER (ORDER BY a."publishedAt", a."id") - 1) / CAST(${size} AS INTEGER) AS "part"
        ${published(now)}) s
      GROUP BY s."part" ORDER BY s."part"`)
    return rows.map((row) => integer(row, 'changedAt'))
  }

  async sitemapPart(
    now: Instant,
    { part, size }: Parameters<FeedReader['sitemapPart']>[1],
  ): Promise<readonly SitemapRow[]> {
    const rows = await this.#db.read(sql`
      SELECT a."slug", a."kind", r."html", r."cover", ${changedAt} AS "changedAt" FROM (
        SELECT a."id" FROM "article" a WHERE ${articleIsPublic(now)}
        ORDER BY a."publishedAt", a."id" LIMIT ${size} OFFSET ${part * size}) s
      JOIN "article" a ON a."id" = s."id" JOIN "article_revision" r ON r."id" = a."liveRevisionId"
      ORDER BY a."publishedAt", a."id"`)
    return rows.map((row) => ({
      slug: text(row, 'slug'),
      kind: readKind(row),
      html: text(row, 'html'),
      cover: readCover(row),
      changedAt: integer(row, 'changedAt'),
    }))
  }

  async news(now: Instant, { since, limit }: Parameters<FeedReader['news']>[1]): Promise<readonly NewsRow[]> {
    const rows = await this.#db.read(sql`
      SELECT a."slug", r."title", r."language", a."publishedAt" ${published(now)} AND a."kind" IS NULL AND a."publishedAt" >= ${since}
      ORDER BY a."publishedAt" DESC, a."id" DESC LIMIT ${limit}`)
    return rows.map((row) => ({
      slug: text(row, 'slug'),
      title: text(row, 'title'),
      language: text(row, 'language'),
      publishedAt: integer(row, 'publishedAt'),
    }))
  }

  async document(articleId: string, now: Instant): ReturnType<FeedReader['document']> {
    const [row] = await this.#db.read(
      sql`SELECT r."document", r."schemaVersion", r."plainText" ${published(now)} AND a."id" = ${articleId}`,
    )
    if (!row) return null
    return {
      document: JSON.parse(text(row, 'document')),
      schemaVersion: integer(row, 'schemaVersion'),
      plainText: text(row, 'plainText'),
    }
  }
}

const readCommentEntry = (row: Row): CommentEntryRow => ({
  id: text(row, 'id'),
  parentId: textOrNull(row, 'parentId'),
  name: text(row, 'name'),
  body: text(row, 'body'),
  createdAt: integer(row, 'createdAt'),
  changedAt: Math.max(
    integer(row, 'createdAt'),
    integerOrNull(row, 'editedAt') ?? 0,
    integerOrNull(row, 'shownAt') ?? 0,
  ),
  piece: {
    id: text(row, 'articleId'),
    slug: text(row, 'slug'),
    title: text(row, 'title'),
    language: text(row, 'language'),
  },
})
