import type { Table as MarkdownTable } from 'mdast'
import type { Align, Table, TableCell } from './document'
import type { MarkdownContext } from './markdown-context'
import { parseLine } from './parse-inline'

const MAX_COLUMNS = 50
const MAX_CELLS = 10_000

/**
 * All rows as long as the longest, so that no cell is lost; null for a table too large to be filled up (a wide heading
 * over many short rows would grow without bound).
 */
export const parseTable = (
  { children: rows, align }: MarkdownTable,
  context: MarkdownContext,
): Table | null => {
  const width = rows.reduce((most, { children }) => Math.max(most, children.length), 0)
  if (width === 0 || width > MAX_COLUMNS || width * rows.length > MAX_CELLS) return null
  return {
    type: 'table',
    content: rows.map(({ children }, row) => ({
      type: 'tableRow',
      content: Array.from({ length: width }, (_, column): TableCell => {
        const aligned: Align = align?.[column] ?? null
        const content = parseLine(children[column]?.children ?? [], context)
        return {
          type: row === 0 ? 'tableHeader' : 'tableCell',
          attrs: { align: aligned },
          content: [{ type: 'paragraph', content }],
        }
      }),
    })),
  }
}
