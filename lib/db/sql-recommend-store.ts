import type { NewRecommendation, Recommendation, RecommendStore } from '../comments/recommend-store'
import { integer, text } from './cells'
import { insertGuest } from './comment-statements'
import { queueEffects } from './outbox-rows'
import { type Sql, type SqlRunner, sql } from './sql'
import type { StoreTools } from './store-tools'
import { commentStands } from './visible'

export class SqlRecommendStore implements RecommendStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async give({ guest, createdAt, effects, ...row }: NewRecommendation): Promise<number> {
    return this.#tools.db.transaction(async (tx) => {
      if (guest) await tx.run(insertGuest(guest))
      const write = sql`
        INSERT INTO "recommend" ("commentId", "readerKey", "createdAt")
        VALUES (${row.commentId}, ${row.readerKey}, ${createdAt}) ON CONFLICT DO NOTHING`
      return this.#count(tx, row.commentId, write, 1, effects)
    })
  }

  async take({ effects, ...row }: Parameters<RecommendStore['take']>[0]): Promise<number> {
    const write = sql`DELETE FROM "recommend" WHERE ${isOne(row)}`
    return this.#tools.db.transaction((tx) => this.#count(tx, row.commentId, write, -1, effects))
  }

  async has(row: Recommendation): Promise<boolean> {
    return (await this.#tools.db.read(sql`SELECT 1 FROM "recommend" WHERE ${isOne(row)}`)).length > 0
  }

  async recommendedBy(readerKey: string, articleId: string): Promise<readonly string[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT m."commentId" FROM "recommend" m JOIN "comment" c ON c."id" = m."commentId"
      WHERE m."readerKey" = ${readerKey} AND c."articleId" = ${articleId} AND ${commentStands}`)
    return rows.map((row) => text(row, 'commentId'))
  }

  /** The comment's number follows the row: what was so already changes neither, and nobody is told. */
  async #count(
    tx: SqlRunner,
    commentId: string,
    write: Sql,
    by: number,
    effects: NewRecommendation['effects'],
  ): Promise<number> {
    const { ids, clock } = this.#tools
    const hasChanged = (await tx.run(write)) > 0
    const [row] = await tx.all(
      hasChanged
        ? sql`UPDATE "comment" SET "recommends" = "recommends" + ${by} WHERE "id" = ${commentId} RETURNING "recommends"`
        : sql`SELECT "recommends" FROM "comment" WHERE "id" = ${commentId}`,
    )
    if (!row) throw new Error('A recommended comment has vanished.')
    if (hasChanged) await queueEffects(tx, effects, ids, clock.now())
    return integer(row, 'recommends')
  }
}

const isOne = ({ commentId, readerKey }: Recommendation): Sql =>
  sql`"commentId" = ${commentId} AND "readerKey" = ${readerKey}`
