import type { Byline, PublicArticle, Tag } from '../articles/article'
import type { ArticleReader, CommentablePiece, SlugMeaning } from '../articles/article-reader'
import type { Instant } from '../kernel/clock'
import { readCommentMode, readKind, readListing, readNotes } from './article-rows'
import { integer, integerOrNull, text, textOrNull } from './cells'
import type { Database } from './database'
import { CARD_COLUMNS, LIVE_PIECES, bylinesOf, readCard, tagsOf } from './public-cards'
import { type Row, type Sql, join, sql } from './sql'
import { articleIsPublic } from './visible'

const COLUMNS = sql`${CARD_COLUMNS}, a."commentMode", a."commentsCloseAt", r."html", r."plainText", r."notes",
  r."canonicalUrl", r."listing", COALESCE(a."liveAt", r."createdAt") AS "updatedAt"`

/** The piece `a` at an address, else the one that had it before. By ids alone: an OR would want a sort. */
const isAt = (slug: string): Sql => sql`a."id" = COALESCE(
  (SELECT "id" FROM "article" WHERE "slug" = ${slug}), (SELECT "articleId" FROM "slug_history" WHERE "slug" = ${slug}))`

export class SqlArticleReader implements ArticleReader {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async commentable(slug: string, now: Instant): Promise<CommentablePiece | null> {
    // Asked with every post. What was public a moment ago still is, unless it ended by itself.
    const [row] = await this.#db.readSteady(
      'article',
      `commentable:${slug}`,
      () => sql`
        SELECT a."id", a."commentMode", a."commentsCloseAt", a."publishedAt", a."unpublishAt", r."language"
        FROM "article" a JOIN "article_revision" r ON r."id" = a."liveRevisionId"
        WHERE ${isAt(slug)} AND ${articleIsPublic(now)}`,
    )
    if (!row || integer(row, 'publishedAt') > now || (integerOrNull(row, 'unpublishAt') ?? Infinity) <= now)
      return null
    return {
      id: text(row, 'id'),
      commentMode: readCommentMode(row),
      commentsCloseAt: integerOrNull(row, 'commentsCloseAt'),
      publishedAt: integer(row, 'publishedAt'),
      language: text(row, 'language'),
    }
  }

  async nextChange(now: Instant): Promise<Instant | null> {
    // One look into an index each.
    const rows = await this.#db.read(sql`
      SELECT min(a."publishedAt") AS "at" FROM "article" a WHERE a."status" = 'published' AND a."publishedAt" > ${now}
      UNION ALL SELECT min(a."unpublishAt") FROM "article" a WHERE a."unpublishAt" > ${now}
      UNION ALL SELECT min(a."pinnedUntil") FROM "article" a WHERE a."pinnedUntil" > ${now}`)
    const moments = rows.flatMap((row) => integerOrNull(row, 'at') ?? [])
    return moments.length === 0 ? null : Math.min(...moments)
  }

  async meaningOf(slug: string, now: Instant): Promise<SlugMeaning> {
    const rows = await this.#db.read(sql`
      SELECT a."id", a."slug", a."kind", a."addressPublicAt",
        CASE WHEN ${articleIsPublic(now)} THEN 1 ELSE 0 END AS "isPublic",
        CASE WHEN a."slug" = ${slug} THEN 1 ELSE 0 END AS "isCurrent"
      FROM "article" a WHERE ${isAt(slug)}`)
    const [row] = rows
    if (!row) return { kind: 'missing' }
    const of = readKind(row)
    const isCurrent = integer(row, 'isCurrent') === 1
    if (integer(row, 'isPublic') === 1) {
      return isCurrent
        ? { kind: 'public', articleId: text(row, 'id'), of }
        : { kind: 'moved', slug: text(row, 'slug'), of }
    }
    // Old addresses are kept only where readers knew them; one given since nobody was ever told.
    const publicAt = integerOrNull(row, 'addressPublicAt')
    const wasPublic = !isCurrent || (publicAt !== null && publicAt <= now)
    return wasPublic ? { kind: 'gone', of } : { kind: 'missing' }
  }

  async read(slug: string, now: Instant): Promise<PublicArticle | null> {
    const [piece] = await this.#select(now, sql`a."slug" = ${slug}`)
    return piece ?? null
  }

  async readById(articleId: string, now: Instant): Promise<PublicArticle | null> {
    const [piece] = await this.#select(now, sql`a."id" = ${articleId}`)
    return piece ?? null
  }

  async readAll(articleIds: readonly string[], now: Instant): Promise<readonly PublicArticle[]> {
    if (articleIds.length === 0) return []
    const found = await this.#select(now, sql`a."id" IN (${join(articleIds)})`)
    const byId = new Map(found.map((piece) => [piece.id, piece]))
    return articleIds.flatMap((id) => byId.get(id) ?? [])
  }

  /** The condition of being public is no range of an index here: a planner would go through all pieces for ten of them. */
  async #select(now: Instant, which: Sql): Promise<readonly PublicArticle[]> {
    const rows = await this.#db.read(sql`
      SELECT ${COLUMNS} FROM ${LIVE_PIECES}
      WHERE ${which} AND CASE WHEN ${articleIsPublic(now)} THEN 1 ELSE 0 END = 1`)
    const ids = rows.map((row) => text(row, 'id'))
    const [bylines, tags] = await Promise.all([bylinesOf(this.#db, ids), tagsOf(this.#db, ids)])
    return rows.map((row) => {
      const id = text(row, 'id')
      return readPublicArticle(row, bylines.get(id) ?? [], tags.get(id) ?? [])
    })
  }
}

const readPublicArticle = (row: Row, bylines: readonly Byline[], tags: readonly Tag[]): PublicArticle => ({
  ...readCard(row, bylines),
  html: text(row, 'html'),
  plainText: text(row, 'plainText'),
  updatedAt: integer(row, 'updatedAt'),
  listing: readListing(row),
  tags,
  notes: readNotes(row),
  canonicalUrl: textOrNull(row, 'canonicalUrl') ?? '',
  commentMode: readCommentMode(row),
  commentsCloseAt: integerOrNull(row, 'commentsCloseAt'),
})
