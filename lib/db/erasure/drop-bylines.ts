import type { Instant } from '../../kernel/clock'
import type { QueuedEffect } from '../../kernel/effect'
import type { Ids } from '../../kernel/ids'
import { text } from '../cells'
import { SEARCH_TABLES } from '../search-tables'
import { type SqlRunner, sql } from '../sql'
import { articleIsPublic } from '../visible'

/** Takes a name from above what its bearer wrote. Returns what readers may see changed: one effect for each public piece. */
export const dropBylines = async (
  tx: SqlRunner,
  userId: string,
  now: Instant,
  ids: Ids,
): Promise<readonly QueuedEffect[]> => {
  const theirs = sql`SELECT "articleId" FROM "byline" WHERE "userId" = ${userId}`
  const shown = await tx.all(sql`
    SELECT a."id", a."slug" FROM "article" a WHERE a."id" IN (${theirs}) AND ${articleIsPublic(now)} ORDER BY a."id"`)
  // The text is the same, so that nothing else tells the index that its entry holds a name too many.
  await tx.run(sql`UPDATE ${SEARCH_TABLES.pieces.rows} SET "stamp" = '' WHERE "id" IN (${theirs})`)
  await tx.run(sql`DELETE FROM "byline" WHERE "userId" = ${userId}`)
  return shown.map((row) => {
    const articleId = text(row, 'id')
    return {
      key: `article.changed:${articleId}:byline:${ids.ordered()}`,
      effect: { kind: 'article.changed', articleId, slugs: [text(row, 'slug')] },
    }
  })
}
