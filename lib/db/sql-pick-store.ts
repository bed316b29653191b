import type { PickChange, PickStore } from '../moderation/pick-store'
import { sql } from './sql'
import { type StoreTools, leaveTraces } from './store-tools'
import { commentStands } from './visible'

export class SqlPickStore implements PickStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async set({ commentId, featuredAt, audit, effects }: PickChange): Promise<boolean> {
    const isOtherwise = featuredAt === null ? sql`c."featuredAt" IS NOT NULL` : sql`c."featuredAt" IS NULL`
    return this.#tools.db.transaction(async (tx) => {
      const written = await tx.run(sql`
        UPDATE "comment" AS c SET "featuredAt" = ${featuredAt}
        WHERE c."id" = ${commentId} AND ${commentStands} AND ${isOtherwise}`)
      if (written > 0) await leaveTraces(tx, this.#tools, { audit, effects })
      return written > 0
    })
  }
}
