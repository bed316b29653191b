import type { Footnote, HardBreak, Inline, Mark, Text } from './document'

/** Two marks that can be one; links only where they lead to the same place under the same title. */
export const sameMark = (a: Mark, b: Mark): boolean =>
  a.type === 'link' && b.type === 'link'
    ? a.attrs.href === b.attrs.href && a.attrs.title === b.attrs.title
    : a.type === b.type

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length && a.every((mark, i) => sameMark(mark, b[i] ?? mark))

const joined = (inlines: readonly Inline[]): Inline[] => {
  const out: Inline[] = []
  for (const next of inlines) {
    const last = out.at(-1)
    if (next.type === 'text' && last?.type === 'text' && sameMarks(last.marks, next.marks)) {
      out[out.length - 1] = { ...last, text: (last.text + next.text).normalize('NFC') }
    } else out.push(next)
  }
  return out
}

/** Whether a neighbour stands in the same line. */
const isWithin = (neighbour: Inline | undefined): boolean =>
  neighbour !== undefined && neighbour.type !== 'hardBreak'

/** The wide blank that opens a Japanese paragraph is its writer's. */
const trimmed = (
  inline: Inline,
  before: Inline | undefined,
  after: Inline | undefined,
): readonly Inline[] => {
  if (inline.type !== 'text') return [inline]
  const start = isWithin(before) ? inline.text : inline.text.replace(/^[^\S\u3000]+/, '')
  const text = isWithin(after) ? start : start.trimEnd()
  return text === '' ? [] : [{ ...inline, text }]
}

const trimmedLines = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((inline, i) => trimmed(inline, inlines[i - 1], inlines[i + 1]))

/** The one spelling of a paragraph: texts with the same marks are one, no blanks or breaks at the ends of lines. */
export const tidyInline = (inlines: readonly Inline[]): readonly Inline[] => {
  let tidy: readonly Inline[] = joined(inlines)
  // A text that was all blanks uncovers the blanks of its neighbour.
  for (let before = -1; before !== tidy.length;) {
    before = tidy.length
    tidy = trimmedLines(tidy)
  }
  const first = tidy.findIndex(({ type }) => type !== 'hardBreak')
  const last = tidy.findLastIndex(({ type }) => type !== 'hardBreak')
  return first === -1 ? [] : tidy.slice(first, last + 1)
}

const isText = (inline: Inline): inline is Text => inline.type === 'text'

/** The same for places of one line: cells. */
export const tidyLine = (inlines: readonly Inline[]): readonly (Text | Footnote)[] =>
  tidyInline(
    inlines.map((inline) => (inline.type === 'hardBreak' ? { type: 'text', text: ' ', marks: [] } : inline)),
  ).filter((inline) => inline.type !== 'hardBreak')

/** The same for lines without notes: headings and captions. */
export const tidyWords = (inlines: readonly Inline[]): readonly Text[] =>
  tidyLine(inlines.filter(({ type }) => type !== 'footnote')).filter(isText)

/** The same for the text of a note. */
export const tidyNote = (inlines: readonly Inline[]): readonly (Text | HardBreak)[] =>
  tidyInline(inlines).filter((inline) => inline.type !== 'footnote')
