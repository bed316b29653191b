import type { PhrasingContent } from 'mdast'
import type { Inline, Mark } from './document'
import { type Span, nestMarks } from './nest-marks'

const words = (spans: readonly Span[]): string =>
  spans.map((span) => (span.type === 'words' ? span.text : '')).join('')

const marked = (mark: Mark, children: readonly Span[]): PhrasingContent => {
  switch (mark.type) {
    case 'link': {
      const { href, title } = mark.attrs
      return { type: 'link', url: href, title: title === '' ? null : title, children: children.map(printed) }
    }
    case 'strong':
      return { type: 'strong', children: children.map(printed) }
    case 'em':
      return { type: 'emphasis', children: children.map(printed) }
    case 'strike':
      return { type: 'delete', children: children.map(printed) }
    case 'code':
      return { type: 'inlineCode', value: words(children) }
  }
}

const printed = (span: Span): PhrasingContent => {
  if (span.type === 'hardBreak') return { type: 'break' }
  return span.type === 'words' ? { type: 'text', value: span.text } : marked(span.mark, span.children)
}

/** A line or paragraph as Markdown's tree. */
export const printInline = (inlines: readonly Inline[]): PhrasingContent[] => nestMarks(inlines).map(printed)
