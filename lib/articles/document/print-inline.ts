import type { PhrasingContent } from 'mdast'
import type { Footnote, Inline, Mark } from './document'
import { type Span, nestMarks } from './nest-marks'

/** The notes of a document so far, in their order. */
export type PrintedNotes = Footnote[]

const words = (spans: readonly Span[]): string =>
  spans.map((span) => (span.type === 'words' ? span.text : '')).join('')

const marked = (mark: Mark, children: readonly Span[], notes: PrintedNotes): PhrasingContent => {
  const inside = () => children.map((child) => printed(child, notes))
  switch (mark.type) {
    case 'link': {
      const { href, title } = mark.attrs
      return { type: 'link', url: href, title: title === '' ? null : title, children: inside() }
    }
    case 'strong':
      return { type: 'strong', children: inside() }
    case 'em':
      return { type: 'emphasis', children: inside() }
    case 'strike':
      return { type: 'delete', children: inside() }
    case 'code':
      return { type: 'inlineCode', value: words(children) }
  }
}

const printed = (span: Span, notes: PrintedNotes): PhrasingContent => {
  switch (span.type) {
    case 'hardBreak':
      return { type: 'break' }
    case 'footnote': {
      const name = String(notes.push(span))
      return { type: 'footnoteReference', identifier: name, label: name }
    }
    case 'words':
      return { type: 'text', value: span.text }
    case 'marked':
      return marked(span.mark, span.children, notes)
  }
}

/** A line or paragraph as Markdown's tree. Its notes are added to `notes`: their places are their names. */
export const printInline = (inlines: readonly Inline[], notes: PrintedNotes): PhrasingContent[] =>
  nestMarks(inlines).map((span) => printed(span, notes))
