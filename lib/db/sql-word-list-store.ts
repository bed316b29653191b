import { z } from 'zod'
import { type WordList, type WordListStore, type WordListsChange, wordLists } from '../settings/word-lists'
import { integer, text } from './cells'
import { sql } from './sql'
import { type StoreTools, leaveTraces } from './store-tools'

const KEY = 'words'

/** Before they had a row of their own the lists were part of the owner's choices. */
const earlier = z.object({
  bannedWords: z.array(z.string()).default([]),
  suspectWords: z.array(z.string()).default([]),
})

type Stored = Awaited<ReturnType<WordListStore['read']>>

/** The version is asked for each time, by whoever the lists were written; the lists themselves only when it changed. */
export class SqlWordListStore implements WordListStore {
  readonly #tools: StoreTools
  #last: Stored | null = null

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async read(): Promise<Stored> {
    const [row] = await this.#tools.db.readSteady(
      'setting',
      'words-version',
      () => sql`SELECT "version" FROM "setting" WHERE "key" = ${KEY}`,
    )
    const version = row ? integer(row, 'version') : 0
    if (this.#last?.version !== version) this.#last = await this.#load()
    return this.#last
  }

  async write({ lists, expectVersion, audit, effects }: WordListsChange): Promise<boolean> {
    const { db, clock } = this.#tools
    const value = JSON.stringify(lists)
    const [now, version] = [clock.now(), expectVersion + 1]
    return db.transaction(async (tx) => {
      const written =
        expectVersion === 0
          ? await tx.run(sql`
              INSERT INTO "setting" ("key", "value", "version", "updatedAt") VALUES (${KEY}, ${value}, ${version}, ${now})
              ON CONFLICT ("key") DO NOTHING`)
          : await tx.run(sql`
              UPDATE "setting" SET "value" = ${value}, "version" = ${version}, "updatedAt" = ${now}
              WHERE "key" = ${KEY} AND "version" = ${expectVersion}`)
      if (written === 0) return false
      await leaveTraces(tx, this.#tools, { audit, effects })
      return true
    })
  }

  async #load(): Promise<Stored> {
    const [row] = await this.#tools.db.read(sql`
      SELECT "value", "version" FROM "setting" WHERE "key" = ${KEY}`)
    if (!row) return { lists: await this.#earlier(), version: 0 }
    return { lists: wordLists.parse(JSON.parse(text(row, 'value'))), version: integer(row, 'version') }
  }

  async #earlier(): Promise<readonly WordList[]> {
    const [row] = await this.#tools.db.read(sql`SELECT "value" FROM "setting" WHERE "key" = 'site'`)
    const { bannedWords, suspectWords } = earlier.parse(row ? JSON.parse(text(row, 'value')) : {})
    const lists: WordList[] = [
      { kind: 'banned', language: '', words: bannedWords },
      { kind: 'suspect', language: '', words: suspectWords },
    ]
    return lists.filter(({ words }) => words.length > 0)
  }
}
