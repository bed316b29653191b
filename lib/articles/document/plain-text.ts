import type { Block, Doc, Inline, ListItem, TableRow } from './document'

/** The words of one line or paragraph. */
export const plainLine = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')

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
      return node.attrs.caption || node.attrs.alt
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

/** The words of a piece without any markup, paragraphs parted by a blank line: for search, feeds and excerpts. */
export const plainText = (doc: Doc): string => joined(doc.content, '\n\n')
