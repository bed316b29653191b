import type { Inline, Mark } from './document'
import { escapeAttribute, escapeText } from './escape-html'
import { type Span, nestMarks } from './nest-marks'

const TAGS = { strong: 'strong', em: 'em', strike: 'del', code: 'code' } as const

const marked = (mark: Mark, html: string): string => {
  if (mark.type !== 'link') return `<${TAGS[mark.type]}>${html}</${TAGS[mark.type]}>`
  const { href, title } = mark.attrs
  const titled = title === '' ? '' : ` title="${escapeAttribute(title)}"`
  return `<a href="${escapeAttribute(href)}"${titled}>${html}</a>`
}

const rendered = (spans: readonly Span[]): string =>
  spans
    .map((span) => {
      if (span.type === 'hardBreak') return '<br />'
      return span.type === 'words' ? escapeText(span.text) : marked(span.mark, rendered(span.children))
    })
    .join('')

/** A line or paragraph as HTML. */
export const renderInline = (inlines: readonly Inline[]): string => rendered(nestMarks(inlines))
