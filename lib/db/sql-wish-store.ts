import { WISHES } from '../comments/subscription'
import type { Instant } from '../kernel/clock'
import type { WishRecord, WishStore, WishesMeant } from '../notifications/wish-store'
import { integer, oneOf, text, textOrNull } from './cells'
import { TAKES_NEWS, conditionOf, endSubscriptions } from './mail-statements'
import { PIECE_COLUMNS, pieceOrNull, publicPiece } from './news-rows'
import { type Sql, sql } from './sql'
import type { StoreTools } from './store-tools'
import { SUBSCRIPTION_COLUMNS, readSubscription } from './subscription-rows'

const ACTIVE_MAX = 200

export class SqlWishStore implements WishStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async find(subscriptionId: string, now: Instant): Promise<WishRecord | null> {
    const [record] = await this.#wishes(sql`s."id" = ${subscriptionId}`, now)
    return record ?? null
  }

  async activeOf(userId: string, now: Instant): Promise<readonly WishRecord[]> {
    // By the comments of the account, which have an index for it.
    return this.#wishes(sql`c."userId" = ${userId} AND s."userId" = ${userId} AND s."endedAt" IS NULL`, now)
  }

  async countActive(emailKey: string): Promise<number> {
    const [row] = await this.#tools.db.read(sql`
      SELECT count(*) AS "n" FROM "subscription" s WHERE s."emailKey" = ${emailKey} AND ${TAKES_NEWS}`)
    return row ? integer(row, 'n') : 0
  }

  async confirm(subscriptionId: string, now: Instant): Promise<boolean> {
    return this.#tools.db.transaction(async (tx) => {
      const [row] = await tx.all(sql`
        SELECT "emailKey", "guestId" FROM "subscription"
        WHERE "id" = ${subscriptionId} AND "confirmedAt" IS NULL AND "endedAt" IS NULL AND "kind" <> 'link'`)
      if (!row) return false
      const written = await tx.run(sql`
        UPDATE "subscription" SET "confirmedAt" = ${now}
        WHERE "emailKey" = ${text(row, 'emailKey')} AND "confirmedAt" IS NULL AND "endedAt" IS NULL
          AND "kind" <> 'link' AND ("id" = ${subscriptionId} OR "guestId" = ${textOrNull(row, 'guestId')})`)
      return written > 0
    })
  }

  async end(which: WishesMeant, now: Instant): Promise<number> {
    return this.#tools.db.transaction((tx) => endSubscriptions(tx, conditionOf(which), now))
  }

  async pruneUnconfirmed(before: Instant): Promise<number> {
    return this.#tools.db.transaction((tx) =>
      tx.run(sql`DELETE FROM "subscription" WHERE "confirmedAt" IS NULL AND "createdAt" < ${before}`),
    )
  }

  async #wishes(condition: Sql, now: Instant): Promise<readonly WishRecord[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT ${SUBSCRIPTION_COLUMNS}, ${PIECE_COLUMNS}
      FROM "subscription" s JOIN "comment" c ON c."id" = s."commentId" ${publicPiece(now)}
      WHERE ${condition} AND s."kind" <> 'link' ORDER BY s."createdAt" DESC, s."id" DESC LIMIT ${ACTIVE_MAX}`)
    return rows.map((row) => ({
      ...readSubscription(row),
      kind: oneOf(row, 'kind', WISHES),
      piece: pieceOrNull(row),
    }))
  }
}
