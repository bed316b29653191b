import { type SqlRunner, join, sql } from './sql'

/** Rows of one statement: well below how many parameters a database takes. */
const CHUNK = 2_000

/** Fewer than half of its letters: a slip of one letter, or of two neighbours, leaves the first or the last as they are. */
const edgesOf = (word: string): { readonly head: string; readonly tail: string } => {
  const letters = [...word]
  const length = Math.floor((letters.length - 1) / 2)
  return { head: letters.slice(0, length).join(''), tail: letters.slice(letters.length - length).join('') }
}

/** In how many documents more, or fewer, each word stands. */
export type WordCounts = Map<string, number>

/** Adds these words to the counts, or takes them off; changes `counts`. */
export const countWords = (counts: WordCounts, words: readonly string[], by: 1 | -1): void => {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + by)
}

/** Keeps the vocabulary. In the order of the words, so that two who write at once do not wait for each other in a ring. */
export const writeWords = async (tx: SqlRunner, counts: WordCounts): Promise<void> => {
  const changed = [...counts].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
  for (let start = 0; start < changed.length; start += CHUNK) {
    const rows = changed.slice(start, start + CHUNK).map(([word, by]) => {
      const { head, tail } = edgesOf(word)
      return sql`(${word}, ${head}, ${tail}, CAST(${by} AS INTEGER))`
    })
    await tx.run(sql`
      INSERT INTO "public_search_word" ("word", "head", "tail", "documents") VALUES ${join(rows)}
      ON CONFLICT ("word") DO UPDATE SET "documents" = "public_search_word"."documents" + excluded."documents"`)
  }
  const fewer = changed.flatMap(([word, by]) => (by < 0 ? [word] : []))
  for (let start = 0; start < fewer.length; start += CHUNK) {
    await tx.run(sql`
      DELETE FROM "public_search_word"
      WHERE "word" IN (${join(fewer.slice(start, start + CHUNK))}) AND "documents" <= 0`)
  }
}
