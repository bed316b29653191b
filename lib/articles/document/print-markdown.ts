import type { BlockContent, ListItem as MarkdownItem, RootContent } from 'mdast'
import type { Block, Doc, ListItem, Table } from './document'
import { printFigureSrc } from './figure-src'
import { markdownPrinter } from './markdown-processor'
import { printInline } from './print-inline'

/** A paragraph without text has no spelling in Markdown. */
const printed = (blocks: readonly Block[]): BlockContent[] =>
  blocks.filter((block) => block.type !== 'paragraph' || block.content.length > 0).map(block)

/** Only a list that begins with words, and with 1, may stand right below a line of text: others would be read as text. */
const opensBelowText = (block: Block | undefined): boolean => {
  if (block?.type !== 'bulletList' && block?.type !== 'orderedList') return false
  const first = block.content[0]?.content[0]
  if (block.type === 'orderedList' && block.attrs.start !== 1) return false
  return first?.type === 'paragraph'
    ? first.content.length > 0
    : (first?.type !== 'bulletList' && first?.type !== 'orderedList') || opensBelowText(first)
}

/** Lines follow one another closely unless an item holds more than a line and a list below it. */
const isTight = ({ content: [first, second, ...rest] }: ListItem): boolean =>
  second === undefined || (rest.length === 0 && first?.type === 'paragraph' && opensBelowText(second))

const items = (all: readonly ListItem[]): MarkdownItem[] =>
  all.map((item) => ({ type: 'listItem', spread: !isTight(item), children: printed(item.content) }))

const table = ({ content }: Table): BlockContent => ({
  type: 'table',
  align: content[0]?.content.map(({ attrs }) => attrs.align) ?? [],
  children: content.map((row) => ({
    type: 'tableRow',
    children: row.content.map((cell) => ({
      type: 'tableCell',
      children: printInline(cell.content[0].content),
    })),
  })),
})

const block = (node: Block): BlockContent => {
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', children: printInline(node.content) }
    case 'heading':
      return { type: 'heading', depth: node.attrs.level, children: printInline(node.content) }
    case 'codeBlock':
      return { type: 'code', lang: node.attrs.language || null, value: node.content[0]?.text ?? '' }
    case 'horizontalRule':
      return { type: 'thematicBreak' }
    case 'figure': {
      const { alt, caption } = node.attrs
      const image = { type: 'image', url: printFigureSrc(node.attrs), alt, title: caption || null } as const
      return { type: 'paragraph', children: [image] }
    }
    case 'blockquote':
      return { type: 'blockquote', children: printed(node.content) }
    case 'bulletList':
      return {
        type: 'list',
        ordered: false,
        spread: !node.content.every(isTight),
        children: items(node.content),
      }
    case 'orderedList':
      return {
        type: 'list',
        ordered: true,
        start: node.attrs.start,
        spread: !node.content.every(isTight),
        children: items(node.content),
      }
    case 'table':
      return table(node)
  }
}

/** A document as Markdown that parses back to the same document. */
export const printMarkdown = (doc: Doc): string => {
  const children: RootContent[] = printed(doc.content)
  return markdownPrinter.stringify({ type: 'root', children }).trimEnd()
}
