import type { Inline, Mark } from './document'
import { escapeAttribute, escapeText } from './escape-html'
import { type Span, nestMarks } from './nest-marks'
import { readPieceLink } from './piece-link'
import type { Rendering } from './rendering'

type Here = Pick<Rendering, 'notes' | 'pieces'>

const TAGS = { strong: 'strong', em: 'em', strike: 'del', code: 'code' } as const

/** A piece of ours by its address, where it has one that readers may know. */
const target = (href: string, { pieces }: Here): string => {
  const piece = readPieceLink(href)
  const path = piece && pieces.get(piece.id)
  return piece && path ? path + piece.fragment : href
}

const marked = (mark: Mark, html: string, here: Here): string => {
  if (mark.type !== 'link') return `<${TAGS[mark.type]}>${html}</${TAGS[mark.type]}>`
  const { href, title } = mark.attrs
  const titled = title === '' ? '' : ` title="${escapeAttribute(title)}"`
  return `<a href="${escapeAttribute(target(href, here))}"${titled}>${html}</a>`
}

const call = (number: number): string =>
  `<sup><a href="#fn-${number}" id="fnref-${number}" role="doc-noteref">${number}</a></sup>`

const rendered = (spans: readonly Span[], here: Here): string =>
  spans
    .map((span) => {
      switch (span.type) {
        case 'hardBreak':
          return '<br />'
        case 'footnote':
          return call(here.notes.push(span))
        case 'words':
          return escapeText(span.text)
        case 'marked':
          return marked(span.mark, rendered(span.children, here), here)
      }
    })
    .join('')

/** A line or paragraph as HTML; the notes it calls are added to `notes`. */
export const renderInline = (inlines: readonly Inline[], here: Here): string =>
  rendered(nestMarks(inlines), here)
