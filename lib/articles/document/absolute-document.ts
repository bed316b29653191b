import type { Doc, Mark } from './document'
import type { Node } from './walk-document'

/** Relative to absolute; what has a scheme already, or cannot be read, stays as it is. */
type Resolve = (address: string) => string

const resolver =
  (base: string): Resolve =>
  (address) =>
    address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address) || !URL.canParse(address, base)
      ? address
      : new URL(address, base).href

const mark = (given: Mark, resolve: Resolve): Mark =>
  given.type === 'link' ? { ...given, attrs: { ...given.attrs, href: resolve(given.attrs.href) } } : given

const own = (node: Node, resolve: Resolve): Node => {
  switch (node.type) {
    case 'text':
      return { ...node, marks: node.marks.map((one) => mark(one, resolve)) }
    case 'figure':
      // How wide it stands is the page's matter, and would be a fragment of its address.
      return { ...node, attrs: { ...node.attrs, src: resolve(node.attrs.src), width: 'column' } }
    case 'embed':
      return { ...node, attrs: { ...node.attrs, poster: resolve(node.attrs.poster) } }
    default:
      return node
  }
}

/** The same nodes with every address resolved: what may stand in what does not change. The depth is the schema's. */
const resolved = <N extends Node>(node: N, resolve: Resolve): N => {
  const changed = own(node, resolve)
  const whole =
    'content' in changed
      ? { ...changed, content: changed.content.map((child: Node) => resolved(child, resolve)) }
      : changed
  return whole as N
}

/**
 * A document as it must be away from its page: every address absolute. `base` is the piece's own address. For
 * printing only: a figure of ours is never stored with an absolute address.
 */
export const absoluteDocument = (doc: Doc, base: string): Doc => resolved(doc, resolver(base))
