import type { Footnote, HardBreak, Inline, Mark } from './document'
import { sameMark } from './tidy-inline'

/** Texts under their marks, as HTML and Markdown need them. */
export type Span =
  | HardBreak
  | Footnote
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'marked'; readonly mark: Mark; readonly children: readonly Span[] }

const has = (inline: Inline | undefined, mark: Mark): boolean =>
  inline?.type === 'text' && inline.marks.some((own) => sameMark(own, mark))

/** How many texts from `start` on carry the mark without a gap. */
const run = (inlines: readonly Inline[], start: number, mark: Mark): number => {
  let length = 0
  while (has(inlines[start + length], mark)) length += 1
  return length
}

/** Of the marks still to open the one that reaches farthest; code, which holds nothing but words, comes last. */
const outermost = (inlines: readonly Inline[], start: number, open: readonly Mark[]) => {
  const first = inlines[start]
  const waiting =
    first?.type === 'text' ? first.marks.filter((mark) => !open.some((other) => sameMark(other, mark))) : []
  return waiting.reduce<{ readonly mark: Mark; readonly length: number } | null>((best, mark) => {
    const length = run(inlines, start, mark)
    return best && (best.length >= length || mark.type === 'code') ? best : { mark, length }
  }, null)
}

/** Sets of marks as nested spans, each mark opened as seldom as can be. */
export const nestMarks = (inlines: readonly Inline[], open: readonly Mark[] = []): readonly Span[] => {
  const spans: Span[] = []
  for (let i = 0; i < inlines.length;) {
    const inline = inlines[i]
    const next = outermost(inlines, i, open)
    if (next) {
      const { mark, length } = next
      const inside = inlines.slice(i, i + (mark.type === 'code' ? 1 : length))
      spans.push({ type: 'marked', mark, children: nestMarks(inside, [...open, mark]) })
      i += inside.length
    } else {
      if (inline) spans.push(inline.type === 'text' ? { type: 'words', text: inline.text } : inline)
      i += 1
    }
  }
  return spans
}
