import type { Labelled } from '../support/labelled/labelled-comments'

const SPAM: ReadonlySet<string> = new Set(['1', 'spam', 'true', 'yes'])

/** Rows of a CSV (RFC 4180): quoted cells may hold commas, line ends and doubled quotes. */
const rowsOf = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [['']]
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    const row = rows.at(-1) ?? []
    const cell = row.length - 1
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      row[cell] += '"'
      at += 1
    } else if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && sign === ',') row.push('')
    else if (!isQuoted && sign === '\n') rows.push([''])
    else if (isQuoted || sign !== '\r') row[cell] += sign
  }
  return rows.filter((row) => row.length > 1)
}

/** A file with the columns `text` and `label` (1 or spam; anything else is good), in any order, with a head. */
export const readLabelled = (file: string): readonly Labelled[] => {
  const [head = [], ...rows] = rowsOf(file.replace(/^\uFEFF/, ''))
  const names = head.map((name) => name.trim().toLowerCase())
  const [text, label] = [names.indexOf('text'), names.indexOf('label')]
  if (text < 0 || label < 0) throw new Error('The first line must name the columns "text" and "label".')
  return rows.map((row) => ({
    text: row[text] ?? '',
    spam: SPAM.has((row[label] ?? '').trim().toLowerCase()),
  }))
}
