import type { SearchIndexName } from '../search/search-keeper'
import { text } from './cells'
import type { Database } from './database'
import { SEARCH_TABLES } from './search-tables'
import { sql } from './sql'

/** Languages of the texts in an index, in which a query is understood. A few jumps along an index, not a look at every row. */
export const indexLanguages = async (
  db: Pick<Database, 'read'>,
  index: SearchIndexName,
): Promise<readonly string[]> => {
  const { rows } = SEARCH_TABLES[index]
  const found = await db.read(sql`
    WITH RECURSIVE known("language") AS (
      SELECT min("language") FROM ${rows}
      UNION ALL
      SELECT (SELECT min(s."language") FROM ${rows} s WHERE s."language" > known."language")
      FROM known WHERE known."language" IS NOT NULL)
    SELECT "language" FROM known WHERE "language" IS NOT NULL`)
  return found.map((row) => text(row, 'language'))
}
