import { text } from './cells'
import type { Dialect } from './dialect/dialect'
import { type SqlRunner, sql } from './sql'

/*
 * Of the waiting comments of one flood a single one, the first in the order of the queue, stands in the queue; the
 * others are folded behind it. Kept by every transaction in which a comment of a flood begins or ceases to wait.
 */

/** The first of a flood does not know of it before the second comes. */
export const foundFlood = (tx: SqlRunner, floodId: string): Promise<number> =>
  tx.run(sql`UPDATE "comment" SET "floodId" = "id" WHERE "id" = ${floodId} AND "floodId" IS NULL`)

/** Two that refold the same flood at once could leave it without a face: on PostgreSQL the second waits. */
export const lockFlood = async (tx: SqlRunner, floodId: string, { locks }: Dialect): Promise<void> => {
  if (locks.change.sql === '') return
  await tx.all(sql`SELECT 1 FROM "comment" WHERE "id" = ${floodId} ${locks.change}`)
}

/** Shows one comment of a flood and folds the others behind it. */
export const refold = async (tx: SqlRunner, floodId: string): Promise<void> => {
  const faces = await tx.all(sql`
    SELECT "id" FROM "comment"
    WHERE "floodId" = ${floodId} AND "pendingRevisionId" IS NOT NULL AND "folded" IS NULL
    ORDER BY "queueOrder", "id"`)
  const [face] = faces
  if (!face) {
    await tx.run(sql`
      UPDATE "comment" SET "folded" = NULL WHERE "id" = (
        SELECT "id" FROM "comment" WHERE "floodId" = ${floodId} AND "pendingRevisionId" IS NOT NULL AND "folded" = 1
        ORDER BY "queueOrder", "id" LIMIT 1)`)
  } else if (faces.length > 1) {
    await tx.run(sql`
      UPDATE "comment" SET "folded" = 1
      WHERE "floodId" = ${floodId} AND "pendingRevisionId" IS NOT NULL AND "folded" IS NULL AND "id" <> ${text(face, 'id')}`)
  }
}
