import type { ArticleLock, ArticleLocks, LockClaim } from '../articles/article-locks'
import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import { integer, integerOrNull, text, textOrNull } from './cells'
import { type Row, sql } from './sql'
import { type StoreTools, leaveTraces } from './store-tools'

export class SqlArticleLocks implements ArticleLocks {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async find(articleId: string): Promise<ArticleLock | null> {
    const [row] = await this.#tools.db.read(
      sql`SELECT * FROM "article_lock" WHERE "articleId" = ${articleId}`,
    )
    return row ? readLock(row) : null
  }

  async hold(
    { articleId, userId, holder, name, takenAt, heardAt }: LockClaim,
    { silentSince, unansweredSince }: { readonly silentSince: Instant; readonly unansweredSince: Instant },
  ): Promise<boolean> {
    return this.#tools.db.transaction(async (tx) => {
      const heard = await tx.run(sql`
        UPDATE "article_lock" SET "heardAt" = ${heardAt}, "name" = ${name}
        WHERE "articleId" = ${articleId} AND "holder" = ${holder} AND "userId" = ${userId}`)
      if (heard > 0) return true
      const written = await tx.run(sql`
        INSERT INTO "article_lock" ("articleId", "userId", "holder", "name", "takenAt", "heardAt")
        VALUES (${articleId}, ${userId}, ${holder}, ${name}, ${takenAt}, ${heardAt})
        ON CONFLICT ("articleId") DO UPDATE SET
          "userId" = excluded."userId", "holder" = excluded."holder", "name" = excluded."name",
          "takenAt" = excluded."takenAt", "heardAt" = excluded."heardAt",
          "wantedBy" = NULL, "wantedName" = NULL, "wantedAt" = NULL
        WHERE "article_lock"."heardAt" <= ${silentSince}
          OR ("article_lock"."wantedBy" = ${holder} AND "article_lock"."wantedAt" <= ${unansweredSince})`)
      return written > 0
    })
  }

  async want(
    articleId: string,
    { by, name, at }: NonNullable<ArticleLock['wanted']>,
    audit: AuditEntry,
  ): Promise<void> {
    await this.#tools.db.transaction(async (tx) => {
      const written = await tx.run(sql`
        UPDATE "article_lock" SET "wantedBy" = ${by}, "wantedName" = ${name}, "wantedAt" = ${at}
        WHERE "articleId" = ${articleId} AND "holder" <> ${by} AND COALESCE("wantedBy", '') <> ${by}`)
      if (written > 0) await leaveTraces(tx, this.#tools, { audit })
    })
  }

  async leave(articleId: string, holder: string): Promise<void> {
    await this.#tools.db.transaction((tx) =>
      tx.run(sql`DELETE FROM "article_lock" WHERE "articleId" = ${articleId} AND "holder" = ${holder}`),
    )
  }
}

const readLock = (row: Row): ArticleLock => {
  const [by, at] = [textOrNull(row, 'wantedBy'), integerOrNull(row, 'wantedAt')]
  return {
    articleId: text(row, 'articleId'),
    userId: text(row, 'userId'),
    holder: text(row, 'holder'),
    name: text(row, 'name'),
    takenAt: integer(row, 'takenAt'),
    heardAt: integer(row, 'heardAt'),
    wanted: by === null || at === null ? null : { by, name: textOrNull(row, 'wantedName') ?? '', at },
  }
}
