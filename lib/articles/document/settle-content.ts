import type { NodeName } from './document-nodes'

type Json = Readonly<Record<string, unknown>>
type Content = readonly Json[]

const content = (node: Json): Content => (Array.isArray(node.content) ? node.content : [])

const BLANK: Json = { type: 'text', text: ' ', marks: [] }
const EMPTY: Json = { type: 'paragraph', content: [] }

/** One line: what breaks it is a blank. */
const line = (nodes: Content): Content => nodes.map((node) => (node.type === 'hardBreak' ? BLANK : node))

const words = (nodes: Content): Content => line(nodes).filter(({ type }) => type === 'text')

const unlessEmpty = (nodes: Content): Content | null => (nodes.length === 0 ? null : nodes)

const filled = (nodes: Content): Content => (nodes.length === 0 ? [EMPTY] : nodes)

/** However many paragraphs an editor let into a cell: one. */
const cell = (nodes: Content): Content => [
  {
    type: 'paragraph',
    content: line(nodes.flatMap((node, i) => [...(i === 0 ? [] : [BLANK]), ...content(node)])),
  },
]

/** The first row holds the headings. */
const rows = (nodes: Content): Content =>
  nodes.map((row, i) => ({
    ...row,
    content: content(row).map((one) => ({ ...one, type: i === 0 ? 'tableHeader' : 'tableCell' })),
  }))

/** In a gallery the width is the gallery's. */
const inColumn = (node: Json): Json => ({ ...node, attrs: { ...Object(node.attrs), width: 'column' } })

const code = (nodes: Content): Content => {
  const all = nodes.map(({ text }) => String(text)).join('')
  return all === '' ? [] : [{ type: 'text', text: all, marks: [] }]
}

/** What a node of this type may hold of what an editor let into it; null when there is then no such node. */
export const settle = (type: NodeName, nodes: Content): Content | null => {
  switch (type) {
    case 'heading':
      return unlessEmpty(words(nodes))
    case 'figure':
      return words(nodes)
    case 'gallery':
      return unlessEmpty(nodes.map(inColumn))
    case 'footnote':
    case 'bulletList':
    case 'orderedList':
      return unlessEmpty(nodes)
    case 'blockquote':
    case 'callout':
    case 'listItem':
      return filled(nodes)
    case 'codeBlock':
      return code(nodes)
    case 'tableHeader':
    case 'tableCell':
      return cell(nodes)
    case 'table':
      return unlessEmpty(rows(nodes))
    default:
      return nodes
  }
}
