import type { Tag } from '../articles/article'
import type { ArticleChange } from '../articles/article-store'
import type { Ids } from '../kernel/ids'
import { type SqlRunner, sql } from './sql'
import { writeTags } from './tag-rows'

/** Makes a piece part of a series. Which pieces are parts of it counts, not in which order they were added. */
const writeSeries = async (tx: SqlRunner, ids: Ids, articleId: string, series: Tag | null): Promise<void> => {
  await tx.run(sql`DELETE FROM "article_series" WHERE "articleId" = ${articleId}`)
  if (!series) return
  await tx.run(sql`
    INSERT INTO "series" ("id", "slug", "name") VALUES (${ids.random()}, ${series.slug}, ${series.name})
    ON CONFLICT ("slug") DO UPDATE SET "name" = excluded."name"`)
  await tx.run(sql`
    INSERT INTO "article_series" ("articleId", "seriesId")
    SELECT ${articleId}, "id" FROM "series" WHERE "slug" = ${series.slug}`)
}

/** Says that a piece translates another. Everything that was made from one piece names that one, however it came about. */
const writeOriginal = async (tx: SqlRunner, articleId: string, originalId: string | null): Promise<void> => {
  await tx.run(sql`DELETE FROM "article_translation" WHERE "articleId" = ${articleId}`)
  if (originalId === null) return
  const [row] = await tx.all(sql`
    SELECT COALESCE((SELECT "originalId" FROM "article_translation" WHERE "articleId" = ${originalId}), ${originalId}) AS "first"`)
  const first = String(row?.first ?? originalId)
  if (first === articleId) return
  await tx.run(sql`
    INSERT INTO "article_translation" ("articleId", "originalId") VALUES (${articleId}, ${first})`)
  await tx.run(sql`
    UPDATE "article_translation" SET "originalId" = ${first} WHERE "originalId" = ${articleId}`)
}

/** What readers find a piece by, from the revision that goes live; what a change leaves out stays. */
export const writeLiveFacts = async (
  tx: SqlRunner,
  ids: Ids,
  { articleId, liveTags, liveSeries, liveOriginalId }: ArticleChange,
): Promise<void> => {
  if (liveTags) await writeTags(tx, ids, articleId, liveTags)
  if (liveSeries !== undefined) await writeSeries(tx, ids, articleId, liveSeries)
  if (liveOriginalId !== undefined) await writeOriginal(tx, articleId, liveOriginalId)
}
