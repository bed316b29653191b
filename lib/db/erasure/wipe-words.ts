import { text } from '../cells'
import { type Sql, type SqlRunner, empty, join, sql } from '../sql'
import { wipeJson } from './wipe-json'
import { MARK, wordsPattern, wordsToWipe } from './words-pattern'

interface Written {
  readonly table: Sql
  readonly column: Sql
  /** The column holds JSON, and these of its fields are free text. */
  readonly fields?: readonly string[]
  readonly where?: Sql
}

/**
 * Whatever the staff, reviewers or the process itself may have written somebody's name or mail into. Every table has
 * an `id`. What waits in the outbox holds ids and slugs only (lib/kernel/effect.ts), so its payload is none of these.
 */
const WRITTEN: readonly Written[] = [
  // What was chosen, before and after, is JSON in a field of its own (lib/settings/what-changed.ts).
  { table: sql`"audit"`, column: sql`"detail"`, fields: ['name', 'reason', 'before', 'after'] },
  // Elsewhere it is the status a piece had.
  {
    ...{ table: sql`"audit"`, column: sql`"detail"`, fields: ['from'] },
    where: sql`"action" = 'take-over.article'`,
  },
  // Whom an invitation is for.
  { table: sql`"token"`, column: sql`"data"`, fields: ['label'] },
  { table: sql`"desk_note"`, column: sql`"body"` },
  { table: sql`"person_note"`, column: sql`"body"` },
  { table: sql`"decision"`, column: sql`"reason"` },
  { table: sql`"decision"`, column: sql`"note"` },
  { table: sql`"report"`, column: sql`"note"` },
  { table: sql`"measure"`, column: sql`"reason"` },
  { table: sql`"measure"`, column: sql`"note"` },
  { table: sql`"article_note"`, column: sql`"body"` },
  { table: sql`"article_note"`, column: sql`"authorName"` },
  { table: sql`"preview_link"`, column: sql`"label"` },
  { table: sql`"outbox"`, column: sql`"lastError"` },
]

/** Rows that are looked at in one go. */
const STRETCH = 500

/** A wide sieve: only plain letters mean the same to every database, whatever their case, and in JSON. */
const roughly = (word: string): string => `%${word.toLowerCase().replace(/[^a-z0-9@. ]+/gu, '%')}%`

/** Puts a mark wherever one of these (a name, a mail address) was written down, whatever the case of its letters. */
export const wipeWords = async (tx: SqlRunner, given: readonly string[]): Promise<void> => {
  const words = wordsToWipe(given)
  const pattern = wordsPattern(words)
  if (!pattern) return
  const wipe = (written: string): string => written.replace(pattern, MARK)
  for (const { table, column, fields, where } of WRITTEN) {
    const holds = words.map((word) => sql`lower(${column}) LIKE ${roughly(word)}`)
    const only = where ? sql`AND ${where}` : empty
    for (let after: string | undefined = ''; after !== undefined;) {
      const rows = await tx.all(sql`
        SELECT "id", ${column} AS "words" FROM ${table} WHERE "id" > ${after} ${only} AND (${join(holds, ' OR ')})
        ORDER BY "id" LIMIT ${STRETCH}`)
      for (const row of rows) {
        const [before, id] = [text(row, 'words'), text(row, 'id')]
        const left = fields ? wipeJson(before, fields, wipe) : wipe(before)
        if (left !== before) await tx.run(sql`UPDATE ${table} SET ${column} = ${left} WHERE "id" = ${id}`)
      }
      const last = rows.at(-1)
      after = rows.length === STRETCH && last ? text(last, 'id') : undefined
    }
  }
}
