import { z } from 'zod'
import {
  type Block,
  CALLOUT_TONES,
  type Doc,
  EMBED_KINDS,
  FIGURE_WIDTHS,
  type HardBreak,
  type Inline,
  MARK_ORDER,
  type Mark,
  type Text,
} from './document'
import { isSmallEnough } from './document-size'
import { FIGURE_SRC } from './figure-src'
import { FOCUS } from '../../media/focus'
import { safeHref } from './safe-href'
import { isWebAddress } from './web-address'

const line = z.string().regex(/^[^\n\t]*$/)
const href = z.string().refine((raw) => safeHref(raw) === raw)

const mark: z.ZodType<Mark> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href, title: line }) }),
  z.strictObject({ type: z.enum(['strong', 'em', 'strike', 'code']) }),
])

const marks = z.array(mark).refine((given) => {
  const ranks = given.map(({ type }) => MARK_ORDER.indexOf(type))
  return ranks.every((rank, i) => i === 0 || rank > (ranks[i - 1] ?? -1))
}, 'Marks stand in one order, each at most once.')

const text: z.ZodType<Text> = z.strictObject({ type: z.literal('text'), text: line.min(1), marks })
const code: z.ZodType<Text> = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(mark).max(0),
})
const hardBreak: z.ZodType<HardBreak> = z.strictObject({ type: z.literal('hardBreak') })
const footnote = z.strictObject({
  type: z.literal('footnote'),
  content: z.array(z.union([text, hardBreak])).min(1),
})
const inline: z.ZodType<Inline> = z.union([text, hardBreak, footnote])

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(inline) })
const block: z.ZodType<Block> = z.lazy(() => anyBlock)
const blocks = z.array(block).min(1)
const items = z.array(z.strictObject({ type: z.literal('listItem'), content: blocks })).min(1)

const align = z.enum(['left', 'center', 'right']).nullable()
const cell = z.strictObject({
  type: z.enum(['tableHeader', 'tableCell']),
  attrs: z.strictObject({ align }),
  content: z.tuple([
    z.strictObject({ type: z.literal('paragraph'), content: z.array(z.union([text, footnote])) }),
  ]),
})
const row = z.strictObject({ type: z.literal('tableRow'), content: z.array(cell).min(1) })

const width = z.enum(FIGURE_WIDTHS)
const src = z.string().regex(FIGURE_SRC)
const figure = z.strictObject({
  type: z.literal('figure'),
  attrs: z.strictObject({
    src,
    alt: line,
    decorative: z.boolean(),
    credit: line,
    width,
    focus: z.string().regex(FOCUS),
  }),
  content: z.array(text),
})

const anyBlock = z.discriminatedUnion('type', [
  paragraph,
  z.strictObject({
    type: z.literal('heading'),
    attrs: z.strictObject({ level: z.literal([2, 3, 4]) }),
    content: z.array(text).min(1),
  }),
  z.strictObject({
    type: z.literal('codeBlock'),
    attrs: z.strictObject({ language: z.string().regex(/^[\w+#.-]{0,40}$/) }),
    content: z.array(code).max(1),
  }),
  z.strictObject({ type: z.literal('horizontalRule') }),
  figure,
  z.strictObject({
    type: z.literal('gallery'),
    attrs: z.strictObject({ width }),
    content: z.array(figure.refine(({ attrs }) => attrs.width === 'column')).min(1),
  }),
  z.strictObject({
    type: z.literal('embed'),
    attrs: z.strictObject({
      kind: z.enum(EMBED_KINDS),
      url: z.string().refine(isWebAddress),
      title: line,
      author: line,
      poster: z.union([z.literal(''), src]),
    }),
  }),
  z.strictObject({
    type: z.literal('callout'),
    attrs: z.strictObject({ tone: z.enum(CALLOUT_TONES), title: line }),
    content: blocks,
  }),
  z.strictObject({ type: z.literal('blockquote'), content: blocks }),
  z.strictObject({ type: z.literal('bulletList'), content: items }),
  z.strictObject({
    type: z.literal('orderedList'),
    attrs: z.strictObject({ start: z.number().int().min(0).max(999_999_999) }),
    content: items,
  }),
  z.strictObject({
    type: z.literal('table'),
    content: z.array(row).refine((rows) => {
      const width = rows[0]?.content.length
      return rows.every(
        ({ content }, i) =>
          content.length === width && content.every(({ type }) => (type === 'tableHeader') === (i === 0)),
      )
    }, 'The first row holds the headings and all rows are equally long.'),
  }),
])

const doc: z.ZodType<Doc> = z.strictObject({ type: z.literal('doc'), content: z.array(block) })

/** The document a stored or sent JSON is, or null when it is none of ours: too deep, too large, or not the schema. */
export const readDocument = (json: unknown): Doc | null => {
  if (!isSmallEnough(json)) return null
  const parsed = doc.safeParse(json)
  return parsed.success ? parsed.data : null
}
