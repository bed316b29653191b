import type { ArticleNote, PreviewLink, ReviewStore } from '../articles/review-store'
import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import { integer, integerOrNull, text, textOrNull } from './cells'
import { type Row, type Sql, sql } from './sql'
import { type StoreTools, leaveTraces } from './store-tools'

/** Links and notes that are listed at once. */
const LINKS = 200

export class SqlReviewStore implements ReviewStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async addLink(link: PreviewLink, audit: AuditEntry): Promise<void> {
    await this.#write(
      sql`
        INSERT INTO "preview_link"
          ("id", "articleId", "revisionId", "hash", "label", "createdById", "createdAt", "expiresAt", "revokedAt")
        VALUES (${link.id}, ${link.articleId}, ${link.revisionId}, ${link.hash}, ${link.label}, ${link.createdById},
          ${link.createdAt}, ${link.expiresAt}, ${link.revokedAt})`,
      audit,
    )
  }

  async findLink(hash: string): Promise<PreviewLink | null> {
    const [row] = await this.#tools.db.read(sql`SELECT * FROM "preview_link" WHERE "hash" = ${hash}`)
    return row ? readLink(row) : null
  }

  async links(articleId: string): Promise<readonly PreviewLink[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT * FROM "preview_link" WHERE "articleId" = ${articleId}
      ORDER BY "createdAt" DESC, "id" LIMIT ${LINKS}`)
    return rows.map(readLink)
  }

  async revokeLink(articleId: string, linkId: string, at: Instant, audit: AuditEntry): Promise<boolean> {
    return this.#write(
      sql`
        UPDATE "preview_link" SET "revokedAt" = ${at}
        WHERE "id" = ${linkId} AND "articleId" = ${articleId} AND "revokedAt" IS NULL`,
      audit,
    )
  }

  async addNote(note: ArticleNote, audit: AuditEntry): Promise<void> {
    await this.#write(
      sql`
        INSERT INTO "article_note"
          ("id", "articleId", "quote", "body", "authorId", "authorName", "previewLinkId", "createdAt", "settledAt")
        VALUES (${note.id}, ${note.articleId}, ${note.quote}, ${note.body}, ${note.authorId}, ${note.authorName},
          ${note.previewLinkId}, ${note.createdAt}, ${note.settledAt})`,
      audit,
    )
  }

  async notes(articleId: string, limit: number): Promise<readonly ArticleNote[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT * FROM "article_note" WHERE "articleId" = ${articleId}
      ORDER BY "createdAt" DESC, "id" DESC LIMIT ${limit}`)
    return rows.map(readNote).reverse()
  }

  async settleNote(articleId: string, noteId: string, at: Instant, audit: AuditEntry): Promise<boolean> {
    return this.#write(
      sql`
        UPDATE "article_note" SET "settledAt" = ${at}
        WHERE "id" = ${noteId} AND "articleId" = ${articleId} AND "settledAt" IS NULL`,
      audit,
    )
  }

  /** True when something was written; then it stands in the log. */
  async #write(statement: Sql, audit: AuditEntry): Promise<boolean> {
    return this.#tools.db.transaction(async (tx) => {
      const written = await tx.run(statement)
      if (written > 0) await leaveTraces(tx, this.#tools, { audit })
      return written > 0
    })
  }
}

const readLink = (row: Row): PreviewLink => ({
  id: text(row, 'id'),
  articleId: text(row, 'articleId'),
  revisionId: textOrNull(row, 'revisionId'),
  hash: text(row, 'hash'),
  label: text(row, 'label'),
  createdById: text(row, 'createdById'),
  createdAt: integer(row, 'createdAt'),
  expiresAt: integer(row, 'expiresAt'),
  revokedAt: integerOrNull(row, 'revokedAt'),
})

const readNote = (row: Row): ArticleNote => ({
  id: text(row, 'id'),
  articleId: text(row, 'articleId'),
  quote: text(row, 'quote'),
  body: text(row, 'body'),
  authorId: textOrNull(row, 'authorId'),
  authorName: text(row, 'authorName'),
  previewLinkId: textOrNull(row, 'previewLinkId'),
  createdAt: integer(row, 'createdAt'),
  settledAt: integerOrNull(row, 'settledAt'),
})
