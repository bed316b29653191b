import type { Direction } from '../article'
import type { Block, Callout, CalloutTone, CodeBlock, Doc, Heading, ListItem, Table } from './document'
import { dirOf } from './dir-of'
import { escapeAttribute, escapeText } from './escape-html'
import { headingIds } from './heading-ids'
import { highlightCode } from './highlight-code'
import { plainLine } from './plain-text'
import { renderEmbed } from './render-embed'
import { renderFigure, renderGallery } from './render-figure'
import { renderInline } from './render-inline'
import { renderNotes } from './render-notes'
import { type DocumentFacts, NO_FACTS, type Rendering } from './rendering'
import { sanitizeArticle } from './sanitize-article'

const heading = ({ attrs: { level }, content }: Heading, rendering: Rendering): string => {
  const id = escapeAttribute(rendering.idOf(plainLine(content)))
  return `<h${level} id="${id}"${dirOf(content, rendering)}>${renderInline(content, rendering)}</h${level}>`
}

const codeBlock = ({ attrs: { language }, content }: CodeBlock): string => {
  const named = language === '' ? '' : ` data-language="${escapeAttribute(language)}"`
  return `<pre dir="ltr"${named}><code>${highlightCode(plainLine(content), language)}</code></pre>`
}

/** State is never told by colour alone. */
const TONES: Readonly<Record<CalloutTone, string>> = {
  note: 'Note',
  tip: 'Tip',
  warning: 'Warning',
  correction: 'Correction',
}

const callout = ({ attrs: { tone, title }, content }: Callout, rendering: Rendering): string =>
  `<div class="callout" role="note" data-tone="${tone}">` +
  `<p class="callout-title">${escapeText(title || TONES[tone])}</p>${blocks(content, rendering)}</div>`

const item = ({ content }: ListItem, rendering: Rendering): string => {
  const [first, ...rest] = content
  if (first?.type !== 'paragraph') return `<li>${blocks(content, rendering)}</li>`
  // A line needs no paragraph inside its item.
  const isLine = rest.every(({ type }) => type === 'bulletList' || type === 'orderedList')
  if (!isLine) return `<li>${blocks(content, rendering)}</li>`
  return `<li${dirOf(first.content, rendering)}>${renderInline(first.content, rendering)}${blocks(rest, rendering)}</li>`
}

const items = (all: readonly ListItem[], rendering: Rendering): string =>
  all.map((one) => item(one, rendering)).join('')

/**
 * In a box of its own, which can be moved sideways where it is narrower than the longest words: also by keyboard, and
 * named by the table's headings. A group, for a page with ten tables has no ten landmarks.
 */
const table = ({ content }: Table, rendering: Rendering): string => {
  const rows = content.map(
    (row) =>
      `<tr>${row.content
        .map(({ type, attrs, content: [line] }) => {
          const [tag, scope] = type === 'tableHeader' ? ['th', ' scope="col"'] : ['td', '']
          const align = attrs.align === null ? '' : ` align="${attrs.align}"`
          const words = renderInline(line.content, rendering)
          return `<${tag}${scope}${align}${dirOf(line.content, rendering)}>${words}</${tag}>`
        })
        .join('')}</tr>`,
  )
  const [head = '', ...body] = rows
  const headings = content[0]?.content.map(({ content: [line] }) => plainLine(line.content)) ?? []
  const name = headings.filter((words) => words.trim() !== '').join(', ') || 'Table'
  return (
    `<div class="table-box" role="group" aria-label="${escapeAttribute(name)}" tabindex="0"><table><thead>${head}</thead>` +
    `${body.length === 0 ? '' : `<tbody>${body.join('')}</tbody>`}</table></div>`
  )
}

const block = (node: Block, rendering: Rendering, first = false): string => {
  switch (node.type) {
    case 'paragraph':
      return `<p${dirOf(node.content, rendering)}>${renderInline(node.content, rendering)}</p>`
    case 'heading':
      return heading(node, rendering)
    case 'codeBlock':
      return codeBlock(node)
    case 'horizontalRule':
      return '<hr />'
    case 'figure':
      return renderFigure(node, rendering, first)
    case 'gallery':
      return renderGallery(node, rendering)
    case 'embed':
      return renderEmbed(node, rendering)
    case 'callout':
      return callout(node, rendering)
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

/** A block of the piece itself; its notes go with it. */
const outermost = (node: Block, i: number, rendering: Rendering): string => {
  const before = rendering.notes.length
  const html = block(node, rendering, i === 0)
  const notes = renderNotes(before, rendering)
  return notes === '' ? html : `<div class="noted">${html}${notes}</div>`
}

/**
 * HTML of a document, the only HTML of a piece there is. Everything is escaped here, and an allow-list is the second
 * wall. The depth is bounded by the schema. `direction` is the piece's own; the page sets it, and `lang`, around it.
 */
export const renderHtml = (doc: Doc, direction: Direction, facts: DocumentFacts = NO_FACTS): string => {
  const rendering: Rendering = { ...facts, direction, idOf: headingIds(), notes: [] }
  return sanitizeArticle(doc.content.map((node, i) => outermost(node, i, rendering)).join(''))
}
