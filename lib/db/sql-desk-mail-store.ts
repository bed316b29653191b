import { z } from 'zod'
import { JUDGEMENTS } from '../comments/judge'
import type { Instant } from '../kernel/clock'
import {
  BETWEEN_MAILS,
  DESK_RHYTHMS,
  type DeskMailStore,
  type DeskRhythm,
  type DueModerator,
  type MailDecision,
} from '../notifications/desk-mail-store'
import { integer, integerOrNull, oneOf, text } from './cells'
import { sql } from './sql'
import type { StoreTools } from './store-tools'

const PURPOSE = 'decide-by-mail'

const data = z.strictObject({
  commentId: z.string(),
  revisionId: z.string(),
  version: z.number(),
  move: z.enum(JUDGEMENTS),
})

export class SqlDeskMailStore implements DeskMailStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async rhythmOf(userId: string): Promise<DeskRhythm | null> {
    const [row] = await this.#tools.db.read(sql`SELECT "rhythm" FROM "desk_mail" WHERE "userId" = ${userId}`)
    return row ? oneOf(row, 'rhythm', DESK_RHYTHMS) : null
  }

  async wish(userId: string, rhythm: DeskRhythm | null, now: Instant): Promise<void> {
    await this.#tools.db.transaction((tx) =>
      tx.run(
        rhythm === null
          ? sql`DELETE FROM "desk_mail" WHERE "userId" = ${userId}`
          : sql`
            INSERT INTO "desk_mail" ("userId", "rhythm", "createdAt", "nextAt", "toldUntil")
            VALUES (${userId}, ${rhythm}, ${now}, ${now}, 0)
            ON CONFLICT ("userId") DO UPDATE SET "rhythm" = excluded."rhythm", "nextAt" = CASE
              WHEN "desk_mail"."nextAt" > ${now + BETWEEN_MAILS[rhythm]} THEN ${now + BETWEEN_MAILS[rhythm]}
              ELSE "desk_mail"."nextAt" END`,
      ),
    )
  }

  async lease(now: Instant, leaseMs: number): Promise<DueModerator | null> {
    const { db } = this.#tools
    return db.transaction(async (tx) => {
      const [row] = await tx.all(sql`
        SELECT "userId", "rhythm", "toldUntil" FROM "desk_mail" WHERE "nextAt" <= ${now}
        ORDER BY "nextAt", "userId" LIMIT 1 ${db.dialect.locks.skip}`)
      if (!row) return null
      const userId = text(row, 'userId')
      await tx.run(sql`UPDATE "desk_mail" SET "nextAt" = ${now + leaseMs} WHERE "userId" = ${userId}`)
      return { userId, rhythm: oneOf(row, 'rhythm', DESK_RHYTHMS), toldUntil: integer(row, 'toldUntil') }
    })
  }

  async arrived(
    { since, until }: { readonly since: Instant; readonly until: Instant },
    limit: number,
  ): Promise<readonly string[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT c."id" FROM "comment" c JOIN "comment_revision" r ON r."id" = c."pendingRevisionId"
      WHERE c."pendingRevisionId" IS NOT NULL AND c."folded" IS NULL
        AND r."createdAt" > ${since} AND r."createdAt" <= ${until}
      ORDER BY c."queueOrder", c."id" LIMIT ${limit}`)
    return rows.map((row) => text(row, 'id'))
  }

  async told(userId: string, toldUntil: Instant, nextAt: Instant): Promise<void> {
    await this.#tools.db.transaction((tx) =>
      tx.run(sql`
        UPDATE "desk_mail" SET "toldUntil" = ${toldUntil}, "nextAt" = ${nextAt} WHERE "userId" = ${userId}`),
    )
  }

  async keep(links: readonly MailDecision[]): Promise<void> {
    await this.#tools.db.transaction(async (tx) => {
      for (const { id, hash, userId, createdAt, expiresAt, usedAt, ...bound } of links) {
        const { commentId, revisionId, version, move } = bound
        await tx.run(sql`
          INSERT INTO "token" ("id", "purpose", "hash", "userId", "data", "createdAt", "expiresAt", "usedAt")
          VALUES (${id}, ${PURPOSE}, ${hash}, ${userId}, ${JSON.stringify({ commentId, revisionId, version, move })},
            ${createdAt}, ${expiresAt}, ${usedAt})`)
      }
    })
  }

  async find(hash: string): Promise<MailDecision | null> {
    const [row] = await this.#tools.db.read(sql`
      SELECT "id", "hash", "userId", "data", "createdAt", "expiresAt", "usedAt" FROM "token"
      WHERE "hash" = ${hash} AND "purpose" = ${PURPOSE}`)
    if (!row) return null
    return {
      id: text(row, 'id'),
      hash: text(row, 'hash'),
      userId: text(row, 'userId'),
      ...data.parse(JSON.parse(text(row, 'data'))),
      createdAt: integer(row, 'createdAt'),
      expiresAt: integer(row, 'expiresAt'),
      usedAt: integerOrNull(row, 'usedAt'),
    }
  }

  async use(id: string, at: Instant): Promise<boolean> {
    const used = await this.#tools.db.transaction((tx) =>
      tx.run(sql`UPDATE "token" SET "usedAt" = ${at} WHERE "id" = ${id} AND "usedAt" IS NULL`),
    )
    return used > 0
  }

  async release(id: string): Promise<void> {
    await this.#tools.db.transaction((tx) =>
      tx.run(sql`UPDATE "token" SET "usedAt" = NULL WHERE "id" = ${id}`),
    )
  }
}
