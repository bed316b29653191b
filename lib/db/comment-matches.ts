import type { TextQuery } from '../text/text-query'
import type { Database } from './database'
import { SEARCH_TABLES } from './search-tables'
import { type Sql, sql } from './sql'

/**
 * Moderators' full-text search: the condition that the comment `c` is one whose text (the latest, or the approved one)
 * or name holds what is looked for, whatever its status; erased ones are never found. Part of a WHERE, beside other
 * filters and whatever order and cursor the list has. Make the query with lib/text/parse-query.ts, for the
 * languages of `indexLanguages(db, 'desk')`. The index (`comment_search`) is kept by lib/search/keep-index.ts, a moment after
 * each change.
 */
export const commentMatches = ({ dialect }: Pick<Database, 'dialect'>, query: TextQuery): Sql => {
  const { rows, index } = SEARCH_TABLES.desk
  return sql`c."id" IN (
    SELECT s."id" FROM ${rows} s WHERE s."number" IN (${dialect.fullText.matching(index, query)}))`
}
