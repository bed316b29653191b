import type { WordListStore, WordListsChange } from '../../../lib/settings/word-lists'
import type { MemoryTables } from './memory-tables'

export class MemoryWordListStore implements WordListStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async read(): ReturnType<WordListStore['read']> {
    return this.#tables.words
  }

  async write({ lists, expectVersion, audit, effects }: WordListsChange): Promise<boolean> {
    if (this.#tables.words.version !== expectVersion) return false
    this.#tables.words = { lists, version: expectVersion + 1 }
    this.#tables.audit.push(audit)
    this.#tables.queue(effects)
    return true
  }
}
