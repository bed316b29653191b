import { text } from '../cells'
import { type Sql, type SqlRunner, join, sql } from '../sql'

/** Whatever the staff, reviewers or the process itself may have written somebody's name or mail into. Key, then text. */
const WRITTEN: readonly (readonly [table: Sql, key: Sql, column: Sql])[] = [
  [sql`"audit"`, sql`"id"`, sql`"detail"`],
  [sql`"desk_note"`, sql`"id"`, sql`"body"`],
  [sql`"person_note"`, sql`"id"`, sql`"body"`],
  [sql`"decision"`, sql`"id"`, sql`"reason"`],
  [sql`"decision"`, sql`"id"`, sql`"note"`],
  [sql`"report"`, sql`"id"`, sql`"note"`],
  [sql`"measure"`, sql`"id"`, sql`"reason"`],
  [sql`"measure"`, sql`"id"`, sql`"note"`],
  [sql`"article_note"`, sql`"id"`, sql`"body"`],
  [sql`"article_note"`, sql`"id"`, sql`"authorName"`],
  [sql`"preview_link"`, sql`"id"`, sql`"label"`],
  [sql`"token"`, sql`"id"`, sql`"data"`],
  [sql`"outbox"`, sql`"id"`, sql`"lastError"`],
  [sql`"outbox"`, sql`"id"`, sql`"payload"`],
]

/** Shorter ones are words of their own: nobody’s notes are to lose every "Al". */
const SHORTEST = 4
const MARK = '[erased]'

const PATTERN = /[.*+?^${}()|[\]\\]/g
const wordsOf = (needles: readonly string[]): RegExp =>
  new RegExp(needles.map((needle) => needle.replace(PATTERN, String.raw`\$&`)).join('|'), 'giu')

/** Puts a mark wherever one of these (a name, a mail address) was written down, whatever the case of its letters. */
export const wipeWords = async (tx: SqlRunner, given: readonly string[]): Promise<void> => {
  // As they stand in JSON, too.
  const spelled = given.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)])
  const needles = [...new Set(spelled)].filter((word) => word.length >= SHORTEST)
  if (needles.length === 0) return
  const pattern = wordsOf(needles)
  for (const [table, key, column] of WRITTEN) {
    const holds = needles.map((needle) => sql`lower(${column}) LIKE ${`%${needle.toLowerCase()}%`}`)
    const rows = await tx.all(sql`
      SELECT ${key} AS "key", ${column} AS "words" FROM ${table} WHERE ${join(holds, ' OR ')}`)
    for (const row of rows)
      await tx.run(sql`
        UPDATE ${table} SET ${column} = ${text(row, 'words').replace(pattern, MARK)} WHERE ${key} = ${text(row, 'key')}`)
  }
}
