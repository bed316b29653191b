import type { Block, Doc, Figure, Inline, ListItem, Mark, Text } from './document'

/** Relative to absolute; what has a scheme already, or cannot be read, stays as it is. */
type Resolve = (address: string) => string

const resolver =
  (base: string): Resolve =>
  (address) =>
    /^[a-z][a-z0-9+.-]*:/i.test(address) || !URL.canParse(address, base)
      ? address
      : new URL(address, base).href

const mark = (given: Mark, resolve: Resolve): Mark =>
  given.type === 'link' ? { ...given, attrs: { ...given.attrs, href: resolve(given.attrs.href) } } : given

const text = (given: Text, resolve: Resolve): Text => ({
  ...given,
  marks: given.marks.map((one) => mark(one, resolve)),
})

const inline = (given: Inline, resolve: Resolve): Inline =>
  given.type === 'text' ? text(given, resolve) : given

const item = (given: ListItem, resolve: Resolve): ListItem => ({
  ...given,
  content: blocks(given.content, resolve),
})

/** How wide it stands is the page's matter, and would be a fragment of its address. */
const figure = ({ attrs, ...given }: Figure, resolve: Resolve): Figure => ({
  ...given,
  attrs: { ...attrs, src: resolve(attrs.src), width: 'column' },
})

const block = (given: Block, resolve: Resolve): Block => {
  switch (given.type) {
    case 'paragraph':
      return { ...given, content: given.content.map((one) => inline(one, resolve)) }
    case 'heading':
      return { ...given, content: given.content.map((one) => text(one, resolve)) }
    case 'codeBlock':
    case 'horizontalRule':
      return given
    case 'figure':
      return figure(given, resolve)
    case 'blockquote':
      return { ...given, content: blocks(given.content, resolve) }
    case 'bulletList':
    case 'orderedList':
      return { ...given, content: given.content.map((one) => item(one, resolve)) }
    case 'table':
      return {
        ...given,
        content: given.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => {
            const [line] = cell.content
            return {
              ...cell,
              content: [{ ...line, content: line.content.map((one) => inline(one, resolve)) }] as const,
            }
          }),
        })),
      }
  }
}

const blocks = (all: readonly Block[], resolve: Resolve): readonly Block[] =>
  all.map((one) => block(one, resolve))

/**
 * A document as it must be away from its page: every address absolute. `base` is the piece's own address. For
 * printing only: a figure of ours is never stored with an absolute address.
 */
export const absoluteDocument = (doc: Doc, base: string): Doc => ({
  ...doc,
  content: blocks(doc.content, resolver(base)),
})
