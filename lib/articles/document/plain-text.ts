import type { Block, Doc, Inline, ListItem, TableRow } from './document'
import { notesIn } from './notes-in'

/** The words of one line or paragraph; notes are read elsewhere. */
export const plainLine = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? '\n' : ''))
    .join('')

const row = ({ content }: TableRow): string =>
  content.map((cell) => plainLine(cell.content[0].content)).join('\t')

const item = ({ content }: ListItem): string => joined(content, '\n')

const block = (node: Block): string => {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
      return plainLine(node.content)
    case 'horizontalRule':
      return ''
    case 'figure':
      return plainLine(node.content) || node.attrs.alt
    case 'gallery':
      return joined(node.content, '\n')
    case 'embed':
      return [node.attrs.title, node.attrs.author].filter((words) => words !== '').join('\n')
    case 'callout':
      return [node.attrs.title, joined(node.content, '\n\n')].filter((words) => words !== '').join('\n\n')
    case 'blockquote':
      return joined(node.content, '\n\n')
    case 'bulletList':
    case 'orderedList':
      return node.content.map(item).join('\n')
    case 'table':
      return node.content.map(row).join('\n')
  }
}

const joined = (blocks: readonly Block[], between: string): string =>
  blocks
    .map(block)
    .filter((text) => text !== '')
    .join(between)

/**
 * The words of a piece without any markup, paragraphs parted by a blank line, notes below: for search, feeds and
 * excerpts.
 */
export const plainText = (doc: Doc): string =>
  [joined(doc.content, '\n\n'), ...notesIn(doc.content).map(({ content }) => plainLine(content))]
    .filter((text) => text !== '')
    .join('\n\n')
