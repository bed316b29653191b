import { canonicalText } from '../../kernel/canonical-text'
import type { Block, Callout, Doc, Figure, Inline, ListItem, Table, TableRow } from './document'
import { oneLine } from './one-line'
import { tidyInline, tidyLine, tidyNote, tidyWords } from './tidy-inline'

const name = (raw: string): string => oneLine(raw).replace(/ +/g, ' ').trim()

/** A note without words is none. */
const withNotes = (content: readonly Inline[]): readonly Inline[] =>
  content.flatMap((one): readonly Inline[] => {
    if (one.type !== 'footnote') return [one]
    const note = tidyNote(one.content)
    return note.length === 0 ? [] : [{ type: 'footnote', content: note }]
  })

const figure = ({ attrs, content }: Figure): Figure => ({
  type: 'figure',
  attrs: { ...attrs, alt: name(attrs.alt), credit: name(attrs.credit) },
  content: tidyWords(content),
})

const row = ({ content }: TableRow): TableRow => ({
  type: 'tableRow',
  content: content.map((cell) => ({
    ...cell,
    content: [{ type: 'paragraph', content: tidyLine(withNotes(cell.content[0].content)) }],
  })),
})

const table = ({ content }: Table): Table => ({ type: 'table', content: content.map(row) })

const items = (all: readonly ListItem[]): readonly ListItem[] =>
  all.map(({ content }) => ({ type: 'listItem', content: filled(content) }))

const callout = ({ attrs, content }: Callout): Callout => ({
  type: 'callout',
  attrs: { ...attrs, title: name(attrs.title) },
  content: filled(content),
})

const block = (node: Block): readonly Block[] => {
  switch (node.type) {
    case 'paragraph': {
      const content = tidyInline(withNotes(node.content))
      return content.length === 0 ? [] : [{ type: 'paragraph', content }]
    }
    case 'heading': {
      const content = tidyWords(node.content)
      return content.length === 0 ? [] : [{ ...node, content }]
    }
    case 'codeBlock': {
      const code = canonicalText(node.content.map(({ text }) => text).join(''), { trim: false })
      return [{ ...node, content: code === '' ? [] : [{ type: 'text', text: code, marks: [] }] }]
    }
    case 'figure':
      return [figure(node)]
    case 'gallery':
      return [{ ...node, content: node.content.map(figure) }]
    case 'embed': {
      const { attrs } = node
      return [{ type: 'embed', attrs: { ...attrs, title: name(attrs.title), author: name(attrs.author) } }]
    }
    case 'callout':
      return [callout(node)]
    case 'blockquote':
      return [{ type: 'blockquote', content: filled(node.content) }]
    case 'bulletList':
    case 'orderedList':
      return [{ ...node, content: items(node.content) }]
    case 'table':
      return [table(node)]
    case 'horizontalRule':
      return [node]
  }
}

const blocks = (all: readonly Block[]): readonly Block[] => all.flatMap(block)

const filled = (all: readonly Block[]): readonly Block[] => {
  const tidy = blocks(all)
  return tidy.length > 0 ? tidy : [{ type: 'paragraph', content: [] }]
}

/** The one spelling of a document: the same that its Markdown would be read as. */
export const tidyDocument = (doc: Doc): Doc => ({ type: 'doc', content: blocks(doc.content) })
