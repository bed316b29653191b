import type { Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast'
import { type Figure, type Footnote, type Inline, MARK_ORDER, type Mark, type Text } from './document'
import { figureAsText } from './figure-as-text'
import { readFigureSrc } from './figure-src'
import { type MarkdownContext, sourceOf, withoutNotes } from './markdown-context'
import { oneLine } from './one-line'
import { safeHref } from './safe-href'
import { tidyLine, tidyWords } from './tidy-inline'

/** A paragraph of Markdown may hold pictures; a document's holds none, so they come out beside the text. */
export type InlineOrFigure = Inline | Figure

const withMark = (marks: readonly Mark[], added: Mark): readonly Mark[] =>
  [...marks.filter(({ type }) => type !== added.type), added].sort(
    (a, b) => MARK_ORDER.indexOf(a.type) - MARK_ORDER.indexOf(b.type),
  )

const text = (raw: string, marks: readonly Mark[]): readonly Inline[] => {
  const clean = oneLine(raw)
  return clean === '' ? [] : [{ type: 'text', text: clean, marks }]
}

/** A name or title: one line without double blanks. */
export const plainWords = (raw: string | null | undefined): string =>
  oneLine(raw ?? '')
    .replace(/ +/g, ' ')
    .trim()

interface Target {
  readonly url: string
  readonly title?: string | null
}

const targetOf = (
  node: Link | Image | LinkReference | ImageReference,
  context: MarkdownContext,
): Target | undefined => ('url' in node ? node : context.definitions.get(node.identifier))

const FOREIGN_SCHEME = /^[^/?#]*:/

/** An unsafe scheme costs the link, not its words. A target that leads nowhere (`[1](page)`) stays as it was typed. */
const link = (node: Link | LinkReference, marks: readonly Mark[], context: MarkdownContext) => {
  const target = targetOf(node, context)
  const href = target ? safeHref(target.url) : null
  if (href === null && target && node.type === 'link' && FOREIGN_SCHEME.test(target.url))
    return parseInline(node.children, context, marks)
  if (href === null) return text(sourceOf(node, context), marks)
  const linked = withMark(marks, { type: 'link', attrs: { href, title: plainWords(target?.title) } })
  return node.children.length > 0 ? parseInline(node.children, context, linked) : text(href, linked)
}

/** Ours: a figure. Elsewhere: a link, for pages load nothing from outside. Anything else stays as it was typed. */
const image = (
  node: Image | ImageReference,
  marks: readonly Mark[],
  context: MarkdownContext,
): readonly InlineOrFigure[] => {
  const target = targetOf(node, context)
  const alt = plainWords(node.alt)
  const ours = target ? readFigureSrc(target.url) : null
  if (ours) {
    const attrs = { ...ours, alt, decorative: false, credit: '', focus: '' }
    return [{ type: 'figure', attrs, content: tidyWords(text(target?.title ?? '', [])) }]
  }
  const href = target ? safeHref(target.url) : null
  if (href === null) return text(sourceOf(node, context), marks)
  return text(
    alt === '' ? href : alt,
    withMark(marks, { type: 'link', attrs: { href, title: plainWords(target?.title) } }),
  )
}

const parseOne = (
  node: PhrasingContent,
  marks: readonly Mark[],
  context: MarkdownContext,
): readonly InlineOrFigure[] => {
  switch (node.type) {
    case 'text':
      return text(node.value, marks)
    case 'inlineCode':
      return text(node.value, withMark(marks, { type: 'code' }))
    case 'break':
      return [{ type: 'hardBreak' }]
    case 'emphasis':
      return parseInline(node.children, context, withMark(marks, { type: 'em' }))
    case 'strong':
      return parseInline(node.children, context, withMark(marks, { type: 'strong' }))
    case 'delete':
      return parseInline(node.children, context, withMark(marks, { type: 'strike' }))
    case 'link':
    case 'linkReference':
      return link(node, marks, context)
    case 'footnoteReference': {
      const note = context.callNote?.(node.identifier)
      return note ? [note] : text(sourceOf(node, context), marks)
    }
    case 'image':
    case 'imageReference':
      return image(node, marks, context)
    default:
      return text(sourceOf(node, context), marks)
  }
}

/** Nested marks become a set on each text. The depth is bounded: is-tangled.ts lets no more marks through. */
export const parseInline = (
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
  marks: readonly Mark[] = [],
): readonly InlineOrFigure[] => nodes.flatMap((node) => parseOne(node, marks, context))

const asLine = (nodes: readonly PhrasingContent[], context: MarkdownContext): readonly Inline[] =>
  parseInline(nodes, context).map((node) => (node.type === 'figure' ? figureAsText(node) : node))

/** Cells hold one line: a picture there becomes a link to it. */
export const parseLine = (
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
): readonly (Text | Footnote)[] => tidyLine(asLine(nodes, context))

/** Headings and captions hold one line without notes. */
export const parseWords = (nodes: readonly PhrasingContent[], context: MarkdownContext): readonly Text[] =>
  tidyWords(asLine(nodes, withoutNotes(context)))
