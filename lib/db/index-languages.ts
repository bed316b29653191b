import type { SearchIndexName } from '../search/search-keeper'
import type { Database } from './database'
import { languagesIn } from './languages-in'
import { SEARCH_TABLES } from './search-tables'

/** Languages of the texts in an index, in which a query is understood. */
export const indexLanguages = (
  db: Pick<Database, 'read'>,
  index: SearchIndexName,
): Promise<readonly string[]> => languagesIn(db, SEARCH_TABLES[index].rows)
