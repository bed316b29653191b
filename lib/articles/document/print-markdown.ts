import type {
  BlockContent,
  FootnoteDefinition,
  ListItem as MarkdownItem,
  Paragraph,
  RootContent,
} from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { Block, Doc, Embed, Figure, Gallery, ListItem, Table, Text } from './document'
import { printFigureSrc } from './figure-src'
import { markdownPrinter } from './markdown-processor'
import { plainLine } from './plain-text'
import { type PrintedNotes, printInline } from './print-inline'

type Printed = BlockContent | ContainerDirective | LeafDirective

/** A paragraph without text has no spelling in Markdown. */
const printed = (blocks: readonly Block[], notes: PrintedNotes): BlockContent[] =>
  blocks
    .filter((block) => block.type !== 'paragraph' || block.content.length > 0)
    // A directive may stand wherever a block may; mdast names it apart.
    .map((one) => block(one, notes) as BlockContent)

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

const items = (all: readonly ListItem[], notes: PrintedNotes): MarkdownItem[] =>
  all.map((item) => ({ type: 'listItem', spread: !isTight(item), children: printed(item.content, notes) }))

const table = ({ content }: Table, notes: PrintedNotes): BlockContent => ({
  type: 'table',
  align: content[0]?.content.map(({ attrs }) => attrs.align) ?? [],
  children: content.map((row) => ({
    type: 'tableRow',
    children: row.content.map((cell) => ({
      type: 'tableCell',
      children: printInline(cell.content[0].content, notes),
    })),
  })),
})

const paragraph = (children: Paragraph['children']): Paragraph => ({ type: 'paragraph', children })

/** Attributes that say something; a yes is a word of its own. */
const attributesOf = (given: Readonly<Record<string, string | boolean>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value === '' || value === false ? [] : [[name, value === true ? '' : value]],
    ),
  )

const container = (
  name: string,
  attributes: Record<string, string>,
  children: BlockContent[],
): ContainerDirective => ({ type: 'containerDirective', name, attributes, children })

const widthAttribute = (width: string): Record<string, boolean> => ({ [width]: width !== 'column' })

const isPlain = (content: readonly Text[]): boolean => content.every(({ marks }) => marks.length === 0)

/** An image of Markdown where that says it all, else a block around it. */
const figure = ({ attrs, content }: Figure, notes: PrintedNotes): Printed => {
  const { src, alt, decorative, credit, width, focus } = attrs
  if (isPlain(content) && !decorative && credit === '' && focus === '')
    return paragraph([
      { type: 'image', url: printFigureSrc({ src, width }), alt, title: plainLine(content) || null },
    ])
  const picture = paragraph([{ type: 'image', url: src, alt }])
  const caption = content.length === 0 ? [] : [paragraph(printInline(content, notes))]
  const attributes = attributesOf({ ...widthAttribute(width), decorative, credit, focus })
  return container('figure', attributes, [picture, ...caption])
}

const gallery = ({ attrs, content }: Gallery, notes: PrintedNotes): Printed =>
  container('gallery', attributesOf(widthAttribute(attrs.width)), printed(content, notes))

const embed = ({ attrs: { kind, ...rest } }: Embed): Printed => ({
  type: 'leafDirective',
  name: kind,
  attributes: attributesOf(rest),
  children: [],
})

const block = (node: Block, notes: PrintedNotes): Printed => {
  switch (node.type) {
    case 'paragraph':
      return paragraph(printInline(node.content, notes))
    case 'heading':
      return { type: 'heading', depth: node.attrs.level, children: printInline(node.content, notes) }
    case 'codeBlock':
      return { type: 'code', lang: node.attrs.language || null, value: node.content[0]?.text ?? '' }
    case 'horizontalRule':
      return { type: 'thematicBreak' }
    case 'figure':
      return figure(node, notes)
    case 'gallery':
      return gallery(node, notes)
    case 'embed':
      return embed(node)
    case 'callout':
      return container(
        node.attrs.tone,
        attributesOf({ title: node.attrs.title }),
        printed(node.content, notes),
      )
    case 'blockquote':
      return { type: 'blockquote', children: printed(node.content, notes) }
    case 'bulletList':
    case 'orderedList':
      return {
        type: 'list',
        ...(node.type === 'orderedList' ? { ordered: true, start: node.attrs.start } : { ordered: false }),
        spread: !node.content.every(isTight),
        children: items(node.content, notes),
      }
    case 'table':
      return table(node, notes)
  }
}

/** Below the text, in the order they are called. */
const definitions = (notes: PrintedNotes): FootnoteDefinition[] =>
  notes.map(({ content }, i) => ({
    type: 'footnoteDefinition',
    identifier: String(i + 1),
    label: String(i + 1),
    // A note calls none.
    children: [paragraph(printInline(content, []))],
  }))

/** A document as Markdown that parses back to the same document. */
export const printMarkdown = (doc: Doc): string => {
  const notes: PrintedNotes = []
  const children: RootContent[] = printed(doc.content, notes)
  return markdownPrinter.stringify({ type: 'root', children: [...children, ...definitions(notes)] }).trimEnd()
}
