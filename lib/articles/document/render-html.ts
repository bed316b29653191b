import type { Direction } from '../article'
import type { Block, Doc, Figure, Inline, ListItem, Table } from './document'
import { escapeAttribute, escapeText } from './escape-html'
import { headingIds } from './heading-ids'
import { plainLine } from './plain-text'
import { renderInline } from './render-inline'
import { sanitizeArticle } from './sanitize-article'
import { textDirection } from './text-direction'

interface Rendering {
  readonly direction: Direction
  readonly idOf: (headingText: string) => string
}

/** Named only where a line runs against the piece: an English quotation in an Arabic text. */
const dir = (inlines: readonly Inline[], { direction }: Rendering): string => {
  const own = textDirection(plainLine(inlines))
  return own === null || own === direction ? '' : ` dir="${own}"`
}

const figure = ({ attrs: { src, alt, caption, width } }: Figure): string => {
  const wide = width === 'column' ? '' : ` data-width="${width}"`
  const image = `<img src="${escapeAttribute(src)}" alt="${escapeAttribute(alt)}" loading="lazy" decoding="async" />`
  return `<figure${wide}>${image}${caption === '' ? '' : `<figcaption>${escapeText(caption)}</figcaption>`}</figure>`
}

const item = ({ content }: ListItem, rendering: Rendering): string => {
  const [first, ...rest] = content
  if (first?.type !== 'paragraph') return `<li>${blocks(content, rendering)}</li>`
  // A line needs no paragraph inside its item.
  const isLine = rest.every(({ type }) => type === 'bulletList' || type === 'orderedList')
  if (!isLine) return `<li>${blocks(content, rendering)}</li>`
  return `<li${dir(first.content, rendering)}>${renderInline(first.content)}${blocks(rest, rendering)}</li>`
}

const items = (all: readonly ListItem[], rendering: Rendering): string =>
  all.map((one) => item(one, rendering)).join('')

const table = ({ content }: Table, rendering: Rendering): string => {
  const rows = content.map(
    (row) =>
      `<tr>${row.content
        .map(({ type, attrs, content: [line] }) => {
          const tag = type === 'tableHeader' ? 'th' : 'td'
          const align = attrs.align === null ? '' : ` align="${attrs.align}"`
          return `<${tag}${align}${dir(line.content, rendering)}>${renderInline(line.content)}</${tag}>`
        })
        .join('')}</tr>`,
  )
  const [head = '', ...body] = rows
  return `<table><thead>${head}</thead>${body.length === 0 ? '' : `<tbody>${body.join('')}</tbody>`}</table>`
}

const block = (node: Block, rendering: Rendering): string => {
  switch (node.type) {
    case 'paragraph':
      return `<p${dir(node.content, rendering)}>${renderInline(node.content)}</p>`
    case 'heading': {
      const tag = `h${node.attrs.level}`
      const id = escapeAttribute(rendering.idOf(plainLine(node.content)))
      return `<${tag} id="${id}"${dir(node.content, rendering)}>${renderInline(node.content)}</${tag}>`
    }
    case 'codeBlock': {
      const { language } = node.attrs
      const named = language === '' ? '' : ` data-language="${escapeAttribute(language)}"`
      return `<pre dir="ltr"${named}><code>${escapeText(plainLine(node.content))}</code></pre>`
    }
    case 'horizontalRule':
      return '<hr />'
    case 'figure':
      return figure(node)
    case 'blockquote':
      return `<blockquote>${blocks(node.content, rendering)}</blockquote>`
    case 'bulletList':
      return `<ul>${items(node.content, rendering)}</ul>`
    case 'orderedList': {
      const { start } = node.attrs
      return `<ol${start === 1 ? '' : ` start="${start}"`}>${items(node.content, rendering)}</ol>`
    }
    case 'table':
      return table(node, rendering)
  }
}

const blocks = (all: readonly Block[], rendering: Rendering): string =>
  all.map((one) => block(one, rendering)).join('')

/**
 * HTML of a document, the only HTML of a piece there is. Everything is escaped here, and an allow-list is the second
 * wall. The depth is bounded by the schema. `direction` is the piece's own; the page sets it, and `lang`, around it.
 */
export const renderHtml = (doc: Doc, direction: Direction): string =>
  sanitizeArticle(blocks(doc.content, { direction, idOf: headingIds() }))
