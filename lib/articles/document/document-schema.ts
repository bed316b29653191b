import { z } from 'zod'
import { type Block, type Doc, type Inline, MARK_ORDER, MAX_NESTING, type Mark, type Text } from './document'
import { FIGURE_SRC } from './figure-src'
import { safeHref } from './safe-href'

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
const inline: z.ZodType<Inline> = z.union([text, z.strictObject({ type: z.literal('hardBreak') })])

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(inline) })
const block: z.ZodType<Block> = z.lazy(() => anyBlock)
const blocks = z.array(block).min(1)
const items = z.array(z.strictObject({ type: z.literal('listItem'), content: blocks })).min(1)

const align = z.enum(['left', 'center', 'right']).nullable()
const cell = z.strictObject({
  type: z.enum(['tableHeader', 'tableCell']),
  attrs: z.strictObject({ align }),
  content: z.tuple([z.strictObject({ type: z.literal('paragraph'), content: z.array(text) })]),
})
const row = z.strictObject({ type: z.literal('tableRow'), content: z.array(cell).min(1) })

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
  z.strictObject({
    type: z.literal('figure'),
    attrs: z.strictObject({
      src: z.string().regex(FIGURE_SRC),
      alt: line,
      caption: line,
      width: z.enum(['column', 'wide', 'full']),
    }),
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

const MAX_NODES = 200_000
/** A list is two nodes per level; a table, a paragraph and its texts come on top. */
const MAX_DEPTH = 2 * (MAX_NESTING + 4)

/** Walks without recursion, so that nothing hostile is ever handed to code that recurses. */
const isSmallEnough = (json: unknown): boolean => {
  const waiting: { readonly node: unknown; readonly depth: number }[] = [{ node: json, depth: 0 }]
  let seen = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    seen += 1
    if (seen > MAX_NODES || next.depth > MAX_DEPTH) return false
    const { node, depth } = next
    if (typeof node !== 'object' || node === null || !('content' in node)) continue
    if (!Array.isArray(node.content) || node.content.length > MAX_NODES) return false
    for (const child of node.content) waiting.push({ node: child, depth: depth + 1 })
  }
  return true
}

/** The document a stored or sent JSON is, or null when it is none of ours: too deep, too large, or not the schema. */
export const readDocument = (json: unknown): Doc | null => {
  if (!isSmallEnough(json)) return null
  const parsed = doc.safeParse(json)
  return parsed.success ? parsed.data : null
}
