import type { TextQuery, TextTerm } from '../../text/text-query'
import { empty, sql } from '../sql'
import type { FullText, TextPart } from './full-text'

/*
 * FTS5. The tables keep no text (content = '') and delete by number (contentless_delete). Their tokenizer is `ascii`:
 * it parts at blanks, and takes everything beyond ASCII for letters, which is what tokens of ours need.
 */

const quote = (words: string): string => `"${words.replaceAll('"', '')}"`

const COLUMNS: Readonly<Record<TextPart, string>> = { anywhere: '{title lead body}', title: '{title}' }

const termText = ({ phrases, prefix }: TextTerm, part: TextPart): string => {
  const either = phrases.map((words) => quote(words.join(' ')))
  const inOrder = `${COLUMNS[part]} : (${either.join(' OR ')})`
  return prefix === null ? inOrder : `(${inOrder} OR {words} : ${quote(prefix)} *)`
}

/** The query in FTS5's own language. Every word is quoted. */
const fts5Query = ({ terms }: TextQuery, part: TextPart): string =>
  terms.map((term) => termText(part === 'title' ? { ...term, prefix: null } : term, part)).join(' AND ')

export const sqliteFullText: FullText = {
  add: (index, number, { title, lead, body, forms }) => sql`
    INSERT INTO ${index} ("rowid", "title", "lead", "body", "words")
    VALUES (${number}, ${title.join(' ')}, ${lead.join(' ')}, ${body.join(' ')}, ${forms.join(' ')})`,
  drop: (index, numbers) => sql`DELETE FROM ${index} WHERE "rowid" IN (${numbers})`,
  clear: (index) => sql`INSERT INTO ${index} (${index}) VALUES ('delete-all')`,
  settle: (index) => sql`INSERT INTO ${index} (${index}) VALUES ('optimize')`,
  match: (index, query, options) => sql`
    SELECT "rowid" AS "number", -bm25(${index}, 8.0, 3.0, 1.0, 0.1) AS "score" FROM ${index}
    WHERE ${index} MATCH ${fts5Query(query, options.in)} ORDER BY "rowid" DESC LIMIT ${options.limit}`,
  matching: (index, query, { below, limit }) => sql`
    SELECT "rowid" AS "number" FROM ${index}
    WHERE ${index} MATCH ${fts5Query(query, 'anywhere')} ${below === null ? empty : sql`AND "rowid" < ${below}`}
    ORDER BY "rowid" DESC LIMIT ${limit}`,
}
