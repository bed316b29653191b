import type { TextQuery } from '../text/text-query'
import type { Database } from './database'
import { SEARCH_TABLES } from './search-tables'
import { type Sql, sql } from './sql'

/**
 * Moderators' full-text search: a subselect of the columns `id` and `number` with the newest comments (at most `limit`,
 * of numbers below one) whose text (the latest, or the approved one) or name holds what is looked for, whatever their
 * status; erased ones are never found. Numbers grow with the time of writing, so that the index is read from its end
 * and no further than that. Make the query with lib/text/parse-query.ts, for the languages of `indexLanguages(db, 'desk')`.
 * The index (`comment_search`) is kept by lib/search/keep-index.ts, a moment after each change.
 */
export const matchedComments = (
  { dialect }: Pick<Database, 'dialect'>,
  query: TextQuery,
  options: { readonly below: number | null; readonly limit: number },
): Sql => {
  const { rows, index } = SEARCH_TABLES.desk
  return sql`
    SELECT s."id", s."number" FROM (${dialect.fullText.matching(index, query, options)}) m
    JOIN ${rows} s ON s."number" = m."number"`
}
