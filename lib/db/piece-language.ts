import type { ArticleChange } from '../articles/article-store'
import { type SqlRunner, sql } from './sql'

/**
 * Notes beside a piece what language it is in: that of the text readers see, else of the draft. A text stands behind the whole
 * of its words, so that what is asked of many pieces at once is kept apart from it.
 */
export const writeLanguage = (tx: SqlRunner, articleId: string): Promise<unknown> =>
  tx.run(sql`
    UPDATE "article" SET "language" = (
      SELECT r."language" FROM "article_revision" r
      WHERE r."id" = COALESCE("article"."liveRevisionId", "article"."draftRevisionId"))
    WHERE "id" = ${articleId}`)

/** Whether a change can make a piece one in another language. */
export const touchesLanguage = ({ set, rewritten }: ArticleChange): boolean =>
  set.draftRevisionId !== undefined || set.liveRevisionId !== undefined || rewritten !== undefined
