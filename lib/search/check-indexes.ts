import type { Ports } from '../ports'
import { walkIndex } from './keep-index'
import { SEARCH_INDEXES, type SearchIndexName } from './search-keeper'

/** How far an index is from what it should hold. */
export interface WrongIndex {
  readonly index: SearchIndexName
  /** Texts that are in it and should not be, or not as they are there. */
  readonly strays: number
  readonly missing: number
}

/** Indexes that differ from what should be found. Empty when all is right; reads every piece and comment once. */
export const checkIndexes = async (
  deps: Pick<Ports, 'searchKeeper' | 'clock'>,
): Promise<readonly WrongIndex[]> => {
  const wrong: WrongIndex[] = []
  for (const index of SEARCH_INDEXES) {
    const counts = { strays: 0, missing: 0 }
    for (const look of ['strays', 'missing'] as const) {
      for await (const ids of walkIndex(deps, look, index, 'everything')) counts[look] += ids.length
    }
    if (counts.strays + counts.missing > 0) wrong.push({ index, ...counts })
  }
  return wrong
}
