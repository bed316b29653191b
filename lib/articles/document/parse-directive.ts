import type { Image, ImageReference, Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import {
  type Block,
  CALLOUT_TONES,
  EMBED_KINDS,
  type Embed,
  FIGURE_WIDTHS,
  type Figure,
  type FigureWidth,
  type Gallery,
} from './document'
import { FIGURE_SRC } from './figure-src'
import { FOCUS } from '../../media/focus'
import type { MarkdownContext } from './markdown-context'
import { parseInline, parseWords, plainWords } from './parse-inline'
import { oneOf } from './one-of'
import { plainLine } from './plain-text'
import { isWebAddress } from './web-address'

type Attributes = ContainerDirective['attributes']

const attribute = (attributes: Attributes, name: string): string => plainWords(attributes?.[name])

/** `{width="wide"}`, or shorter `{wide}`. */
const widthOf = (attributes: Attributes): FigureWidth =>
  oneOf(FIGURE_WIDTHS, attributes?.width) ??
  FIGURE_WIDTHS.find((width) => width in (attributes ?? {})) ??
  'column'

const isImage = (node: PhrasingContent): node is Image | ImageReference =>
  node.type === 'image' || node.type === 'imageReference'

const isBlank = (node: PhrasingContent): boolean =>
  node.type === 'break' || (node.type === 'text' && node.value.trim() === '')

/** The pictures of a paragraph that holds nothing else, or null. */
const picturesOf = (node: Nodes | undefined, context: MarkdownContext): readonly Figure[] | null => {
  if (node?.type !== 'paragraph' || node.data) return null
  const filled = node.children.filter((child) => !isBlank(child))
  if (filled.length === 0 || !filled.every(isImage)) return null
  const figures = parseInline(filled, context).filter((one) => one.type === 'figure')
  return figures.length === filled.length ? figures : null
}

/** A picture in a paragraph of its own, and perhaps its caption in a second one. */
const figure = ({ children, attributes }: ContainerDirective, context: MarkdownContext): Figure | null => {
  const [picture, caption, ...rest] = children
  const [only, ...others] = picturesOf(picture, context) ?? []
  if (!only || others.length > 0 || rest.length > 0 || (caption && caption.type !== 'paragraph')) return null
  const focus = attribute(attributes, 'focus')
  return {
    type: 'figure',
    attrs: {
      ...only.attrs,
      decorative: 'decorative' in (attributes ?? {}),
      credit: attribute(attributes, 'credit'),
      width: widthOf(attributes),
      focus: FOCUS.test(focus) ? focus : '',
    },
    content: caption ? parseWords(caption.children, context) : only.content,
  }
}

const inColumn = ({ attrs, ...rest }: Figure): Figure => ({ ...rest, attrs: { ...attrs, width: 'column' } })

const gallery = ({ children, attributes }: ContainerDirective, context: MarkdownContext): Gallery | null => {
  const figures: Figure[] = []
  for (const child of children) {
    const one = child.type === 'containerDirective' && child.name === 'figure' ? figure(child, context) : null
    const found = one ? [one] : picturesOf(child, context)
    if (!found) return null
    figures.push(...found.map(inColumn))
  }
  return figures.length === 0
    ? null
    : { type: 'gallery', attrs: { width: widthOf(attributes) }, content: figures }
}

/** `:::note[Title]` is a way of writing `:::note{title="Title"}`. */
const labelOf = ([first]: readonly Nodes[]): Paragraph | null =>
  first?.type === 'paragraph' && first.data?.directiveLabel === true ? first : null

/** A container that is one of ours, or null; `inside` reads blocks one level deeper. */
export const parseContainer = (
  node: ContainerDirective,
  context: MarkdownContext,
  inside: (children: readonly Nodes[]) => readonly Block[],
): Block | null => {
  if (node.name === 'figure') return figure(node, context)
  if (node.name === 'gallery') return gallery(node, context)
  const tone = oneOf(CALLOUT_TONES, node.name)
  if (!tone) return null
  const label = labelOf(node.children)
  const title = label
    ? plainWords(plainLine(parseWords(label.children, context)))
    : attribute(node.attributes, 'title')
  return {
    type: 'callout',
    attrs: { tone, title },
    content: inside(label ? node.children.slice(1) : node.children),
  }
}

/** `::video{url="https://…"}`, `::post{…}`; null when it is neither, or leads nowhere. */
export const parseLeaf = ({ name, attributes }: LeafDirective): readonly [Embed] | null => {
  const kind = oneOf(EMBED_KINDS, name)
  const url = attributes?.url ?? ''
  if (!kind || !isWebAddress(url)) return null
  const poster = attribute(attributes, 'poster')
  const [title, author] = [attribute(attributes, 'title'), attribute(attributes, 'author')]
  return [
    { type: 'embed', attrs: { kind, url, title, author, poster: FIGURE_SRC.test(poster) ? poster : '' } },
  ]
}
