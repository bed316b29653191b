import type {
  LikelyPiece,
  MissedAddress,
  Redirect,
  RedirectStore,
} from '../articles/redirects/redirect-store'
import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import { readKind } from './article-rows'
import { integer, text } from './cells'
import { type Row, join, sql } from './sql'
import { type StoreTools, leaveTraces } from './store-tools'
import { articleIsPublic } from './visible'

export class SqlRedirectStore implements RedirectStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async find(path: string): Promise<Redirect | null> {
    const [row] = await this.#tools.db.read(sql`SELECT * FROM "redirect" WHERE "path" = ${path}`)
    return row ? readRedirect(row) : null
  }

  async list(limit: number): Promise<readonly Redirect[]> {
    const rows = await this.#tools.db.read(
      sql`SELECT * FROM "redirect" ORDER BY "createdAt" DESC, "path" LIMIT ${limit}`,
    )
    return rows.map(readRedirect)
  }

  async count(): Promise<number> {
    const [row] = await this.#tools.db.read(sql`SELECT COUNT(*) AS "n" FROM "redirect"`)
    return row ? integer(row, 'n') : 0
  }

  async put({ path, target, createdById, createdAt }: Redirect, audit: AuditEntry): Promise<void> {
    await this.#tools.db.transaction(async (tx) => {
      await tx.run(sql`
        INSERT INTO "redirect" ("path", "target", "createdById", "createdAt")
        VALUES (${path}, ${target}, ${createdById}, ${createdAt})
        ON CONFLICT ("path") DO UPDATE SET "target" = excluded."target", "createdById" = excluded."createdById",
          "createdAt" = excluded."createdAt"`)
      await tx.run(sql`DELETE FROM "missed_address" WHERE "path" = ${path}`)
      await leaveTraces(tx, this.#tools, { audit })
    })
  }

  async remove(path: string, audit: AuditEntry): Promise<boolean> {
    return this.#tools.db.transaction(async (tx) => {
      const removed = await tx.run(sql`DELETE FROM "redirect" WHERE "path" = ${path}`)
      if (removed > 0) await leaveTraces(tx, this.#tools, { audit })
      return removed > 0
    })
  }

  async noteMissed(missed: ReadonlyMap<string, number>, at: Instant, keep: number): Promise<void> {
    await this.#tools.db.transaction(async (tx) => {
      for (const [path, times] of missed) {
        await tx.run(sql`
          INSERT INTO "missed_address" ("path", "times", "lastAt")
          VALUES (${path}, CAST(${times} AS INTEGER), ${at})
          ON CONFLICT ("path") DO UPDATE SET
            "times" = "missed_address"."times" + excluded."times", "lastAt" = excluded."lastAt"`)
      }
      await tx.run(sql`
        DELETE FROM "missed_address" WHERE "path" IN (
          SELECT "path" FROM "missed_address" ORDER BY "lastAt" DESC, "path" LIMIT 100000 OFFSET ${keep})`)
    })
  }

  async missed(limit: number): Promise<readonly MissedAddress[]> {
    const rows = await this.#tools.db.read(
      sql`SELECT * FROM "missed_address" ORDER BY "times" DESC, "lastAt" DESC, "path" LIMIT ${limit}`,
    )
    return rows.map((row) => ({
      path: text(row, 'path'),
      times: integer(row, 'times'),
      lastAt: integer(row, 'lastAt'),
    }))
  }

  async forgetMissed(path: string): Promise<void> {
    await this.#tools.db.transaction((tx) => tx.run(sql`DELETE FROM "missed_address" WHERE "path" = ${path}`))
  }

  async piecesWith(words: readonly string[], now: Instant, limit: number): Promise<readonly LikelyPiece[]> {
    if (words.length === 0) return []
    const has = words.map((word) => sql`k."slug" LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`)
    const rows = await this.#tools.db.read(sql`
      SELECT a."slug", a."kind", r."title", k."slug" AS "knownAs"
      FROM (SELECT "id", "slug" FROM "article" UNION ALL SELECT "articleId", "slug" FROM "slug_history") k
      JOIN "article" a ON a."id" = k."id" JOIN "article_revision" r ON r."id" = a."liveRevisionId"
      WHERE ${articleIsPublic(now)} AND (${join(has, ' OR ')})
      ORDER BY a."publishedAt" DESC, a."id", k."slug" LIMIT ${limit}`)
    return rows.map((row) => ({
      ...{ slug: text(row, 'slug'), kind: readKind(row), title: text(row, 'title') },
      knownAs: text(row, 'knownAs'),
    }))
  }
}

const readRedirect = (row: Row): Redirect => ({
  path: text(row, 'path'),
  target: text(row, 'target'),
  createdById: text(row, 'createdById'),
  createdAt: integer(row, 'createdAt'),
})
