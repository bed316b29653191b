import type { Database } from '../../lib/db/database'
import { type SqlRunner, join, sql } from '../../lib/db/sql'
import { makeIds } from '../../lib/kernel/ids'
import { Chance } from '../support/chance'

/* A publication with very many pieces, as rows: words as rare and as common as in a language (Zipf). */

const VOCABULARY = 30_000
const WORDS_EACH = 120
const ROWS_AT_ONCE = 50
const NOW = Date.UTC(2026, 6, 1)
const DOCUMENT = '{"type":"doc","content":[{"type":"paragraph"}]}'
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta'.split(
  ' ',
)

export interface ManyPieces {
  /** The most common word first. */
  readonly words: readonly string[]
  /** A sequence that stands in one of the pieces. */
  readonly phrase: string
  readonly slugs: readonly string[]
}

const makeWords = (): readonly string[] => {
  const words: string[] = []
  for (let n = SYLLABLES.length; words.length < VOCABULARY; n += 1) {
    let word = ''
    for (let rest = n; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
      word += SYLLABLES[rest % SYLLABLES.length] ?? ''
    }
    words.push(word)
  }
  return words
}

/** The word of rank r is 1/r as common as the first, roughly. */
const zipf = (chance: Chance, words: readonly string[]): string =>
  words[Math.floor(words.length ** (chance.below(1_000_000) / 1_000_000)) - 1] ?? ''

const storePieces = async (
  tx: SqlRunner,
  pieces: readonly {
    readonly id: string
    readonly revision: string
    readonly title: string
    readonly text: string
    readonly at: number
  }[],
  authorId: string,
): Promise<void> => {
  const articles = pieces.map(({ id, revision, at }) => {
    return sql`(${id}, ${id}, 'published', ${revision}, ${revision}, ${authorId}, ${at}, ${at}, ${at}, ${at})`
  })
  await tx.run(sql`
    INSERT INTO "article" ("id", "slug", "status", "draftRevisionId", "liveRevisionId", "createdById", "createdAt",
      "updatedAt", "firstPublishedAt", "publishedAt") VALUES ${join(articles)}`)
  const revisions = pieces.map(({ id, revision, title, text, at }) => {
    return sql`(${revision}, ${id}, 1, ${title}, ${DOCUMENT}, 1, ${`<p>${text}</p>`}, ${text}, ${WORDS_EACH}, ${authorId}, ${at})`
  })
  await tx.run(sql`
    INSERT INTO "article_revision" ("id", "articleId", "number", "title", "document", "schemaVersion", "html",
      "plainText", "wordCount", "authorId", "createdAt") VALUES ${join(revisions)}`)
}

export const seedManyPieces = async (db: Database, count: number): Promise<ManyPieces> => {
  const chance = new Chance(5)
  const ids = makeIds({ now: () => NOW })
  const words = makeWords()
  const some = (length: number): string => Array.from({ length }, () => zipf(chance, words)).join(' ')
  const authorId = ids.random()
  const slugs: string[] = []
  let phrase = ''
  await db.transaction(async (tx) => {
    await tx.run(sql`
      INSERT INTO "user" ("id", "email", "emailKey", "name", "nameKey", "slug", "role", "createdAt", "updatedAt")
      VALUES (${authorId}, ${authorId}, ${authorId}, 'Ada', ${authorId}, ${authorId}, 'writer', ${NOW}, ${NOW})`)
    for (let from = 0; from < count; from += ROWS_AT_ONCE) {
      const pieces = Array.from({ length: Math.min(ROWS_AT_ONCE, count - from) }, (_, n) => ({
        ...{ id: ids.random(), revision: ids.random(), at: NOW - (from + n) * 60_000 },
        ...{ title: some(6), text: some(WORDS_EACH) },
      }))
      phrase ||= pieces[0]?.text.split(' ').slice(10, 13).join(' ') ?? ''
      slugs.push(...pieces.map(({ id }) => id))
      await storePieces(tx, pieces, authorId)
    }
  })
  return { words, phrase, slugs }
}
