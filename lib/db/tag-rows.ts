import type { Tag } from '../articles/article'
import type { Ids } from '../kernel/ids'
import { type SqlRunner, sql } from './sql'

/**
 * Makes these the tags of a piece, in this order. A tag is spelled as it was published last. Written in the order of
 * their addresses, so that two pieces that go live at once do not wait for each other in a ring.
 */
export const writeTags = async (
  tx: SqlRunner,
  ids: Ids,
  articleId: string,
  tags: readonly Tag[],
): Promise<void> => {
  await tx.run(sql`DELETE FROM "article_tag" WHERE "articleId" = ${articleId}`)
  const inOrder = tags
    .map((tag, position) => ({ ...tag, position }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
  for (const { slug, name, position } of inOrder) {
    await tx.run(sql`
      INSERT INTO "tag" ("id", "slug", "name") VALUES (${ids.random()}, ${slug}, ${name})
      ON CONFLICT ("slug") DO UPDATE SET "name" = excluded."name"`)
    await tx.run(sql`
      INSERT INTO "article_tag" ("articleId", "tagId", "position")
      SELECT ${articleId}, "id", CAST(${position} AS INTEGER) FROM "tag" WHERE "slug" = ${slug}`)
  }
}
