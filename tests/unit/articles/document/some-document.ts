import fc from 'fast-check'
import type {
  Block,
  CodeBlock,
  Doc,
  Embed,
  Figure,
  Footnote,
  Gallery,
  HardBreak,
  Heading,
  Inline,
  Mark,
  Paragraph,
  Table,
  TableCell,
  Text,
} from '../../../../lib/articles/document/document'
import { CALLOUT_TONES, EMBED_KINDS, FIGURE_WIDTHS } from '../../../../lib/articles/document/document'
import { oneLine } from '../../../../lib/articles/document/one-line'
import { tidyInline, tidyLine, tidyNote, tidyWords } from '../../../../lib/articles/document/tidy-inline'

/** Letters of several scripts and everything that means something to Markdown. */
const SIGNS = [
  ...'abXY09 .,!?\'"',
  ...'*_~`[]()<>#+-=|\\:/&;{}^$@%',
  ...['http://a.b', 'www.x.y', 'm@x.yz', '&amp;', '<b>', '1. ', '- ', '**', '~~', '```', '![', '](', '  '],
  ...['é', 'ß', '“', '”', '…', '—', '字', 'ال', 'ש', '👩‍👩‍👧', '\u00a0', '\u200b', 'e\u0301'],
]

const words = fc
  .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 12 })
  .map((signs) => oneLine(signs.join('')))
const line = words.map((text) => text.replace(/ +/g, ' ').trim())

const href = fc.constantFrom(
  'https://example.org/a?b=c&d=e',
  'http://a.b',
  'mailto:a@b.cd',
  '/about',
  '#notes',
  '/a_b*c(d)',
)
const link: fc.Arbitrary<Mark> = fc.record({
  type: fc.constant('link' as const),
  attrs: fc.record({ href, title: fc.oneof(fc.constant(''), line) }),
})
const marks: fc.Arbitrary<readonly Mark[]> = fc
  .tuple(
    fc.option(link, { freq: 4 }),
    ...(['strong', 'em', 'strike', 'code'] as const).map((type) =>
      fc.option(fc.constant({ type }), { freq: type === 'code' ? 5 : 2 }),
    ),
  )
  .map((chosen) => chosen.flatMap((mark): readonly Mark[] => (mark ? [mark] : [])))

const text: fc.Arbitrary<Text> = fc.record({ type: fc.constant('text' as const), text: words, marks })
const hardBreak: fc.Arbitrary<HardBreak> = fc.constant({ type: 'hardBreak' as const })
const footnote: fc.Arbitrary<Footnote> = fc
  .array(fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: hardBreak }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((inlines) => ({ type: 'footnote' as const, content: tidyNote(inlines) }))
  .filter(({ content }) => content.length > 0)
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: hardBreak },
  { weight: 1, arbitrary: footnote },
)

const paragraph: fc.Arbitrary<Paragraph> = fc
  .array(inline, { minLength: 1, maxLength: 6 })
  .map((inlines) => ({ type: 'paragraph' as const, content: tidyInline(inlines) }))
  .filter(({ content }) => content.length > 0)

const heading: fc.Arbitrary<Heading> = fc
  .record({
    type: fc.constant('heading' as const),
    attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const, 4 as const) }),
    content: fc.array(text, { minLength: 1, maxLength: 3 }).map(tidyWords),
  })
  .filter(({ content }) => content.length > 0)

const codeBlock: fc.Arbitrary<CodeBlock> = fc.record({
  type: fc.constant('codeBlock' as const),
  attrs: fc.record({ language: fc.constantFrom('', 'sql', 'c++') }),
  content: fc
    .array(fc.oneof(words, fc.constantFrom('\n', '\t', '    ')), { maxLength: 6 })
    .map((parts) => parts.join('').normalize('NFC'))
    .map((code): readonly Text[] => (code === '' ? [] : [{ type: 'text', text: code, marks: [] }])),
})

const src = fc.constantFrom('/media/a.jpg', '/media/ü_(1).webp', '/a*b*.png')
const words1 = fc.oneof(fc.constant(''), line)
const width = fc.constantFrom(...FIGURE_WIDTHS)

const figure: fc.Arbitrary<Figure> = fc.record({
  type: fc.constant('figure' as const),
  attrs: fc.record({
    src,
    alt: words1,
    decorative: fc.boolean(),
    credit: words1,
    width,
    focus: fc.constantFrom('', '', '40 60', '0 100'),
  }),
  content: fc.array(text, { maxLength: 3 }).map(tidyWords),
})

const gallery: fc.Arbitrary<Gallery> = fc.record({
  type: fc.constant('gallery' as const),
  attrs: fc.record({ width }),
  content: fc
    .array(figure, { minLength: 1, maxLength: 3 })
    .map((figures) => figures.map((one): Figure => ({ ...one, attrs: { ...one.attrs, width: 'column' } }))),
})

const embed: fc.Arbitrary<Embed> = fc.record({
  type: fc.constant('embed' as const),
  attrs: fc.record({
    kind: fc.constantFrom(...EMBED_KINDS),
    url: fc.constantFrom(
      'https://youtu.be/abcdefghijk?t=1',
      'https://m.example/@a/1#"x',
      'http://a.b/{c}&amp;',
    ),
    title: words1,
    author: words1,
    poster: fc.oneof(fc.constant(''), src),
  }),
})

/** GFM cannot say a back slash before a pipe in the code of a cell. */
const cellText = fc
  .oneof({ weight: 6, arbitrary: text }, footnote)
  .map((one): Text | Footnote =>
    one.type === 'text' && one.marks.some(({ type }) => type === 'code')
      ? { ...one, text: one.text.replaceAll('\\', '/') }
      : one,
  )

const table: fc.Arbitrary<Table> = fc
  .record({
    aligns: fc.array(fc.constantFrom(null, 'left' as const, 'center' as const, 'right' as const), {
      minLength: 1,
      maxLength: 3,
    }),
    lines: fc.array(
      fc.array(fc.array(cellText, { maxLength: 2 }).map(tidyLine), { minLength: 3, maxLength: 3 }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  })
  .map(({ aligns, lines }) => ({
    type: 'table' as const,
    content: lines.map((cells, row) => ({
      type: 'tableRow' as const,
      content: aligns.map((align, column): TableCell => ({
        type: row === 0 ? 'tableHeader' : 'tableCell',
        attrs: { align },
        content: [{ type: 'paragraph', content: cells[column] ?? [] }],
      })),
    })),
  }))

const EMPTY: readonly Block[] = [{ type: 'paragraph', content: [] }]

const { blocks } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => {
  const inside = fc
    .array(tie('block'), { maxLength: 3 })
    .map((content): readonly Block[] => (content.length > 0 ? content : EMPTY))
  const items = fc.array(fc.record({ type: fc.constant('listItem' as const), content: inside }), {
    minLength: 1,
    maxLength: 3,
  })
  return {
    blocks: fc.array(tie('block'), { maxLength: 5 }),
    block: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 6, arbitrary: paragraph },
      { weight: 2, arbitrary: heading },
      codeBlock,
      figure,
      table,
      fc.constant({ type: 'horizontalRule' as const }),
      gallery,
      embed,
      fc.record({ type: fc.constant('blockquote' as const), content: inside }),
      fc.record({
        type: fc.constant('callout' as const),
        attrs: fc.record({ tone: fc.constantFrom(...CALLOUT_TONES), title: words1 }),
        content: inside,
      }),
      fc.record({ type: fc.constant('bulletList' as const), content: items }),
      fc.record({
        type: fc.constant('orderedList' as const),
        attrs: fc.record({ start: fc.constantFrom(0, 1, 7, 999_999_990) }),
        content: items,
      }),
    ),
  }
})

/** Any document in its one spelling. */
export const someDocument: fc.Arbitrary<Doc> = blocks.map((content) => ({ type: 'doc', content }))
