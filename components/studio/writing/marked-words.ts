import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { TK_MARKER } from '@/lib/articles/document/tk-marker'

export interface Span {
  readonly from: number
  readonly to: number
}

/** The words of a line; what is no word takes one place, so that places in both are the same. */
export const lineOf = (block: Node): string => {
  let line = ''
  block.forEach((child) => (line += child.text ?? '\ufffc'.repeat(child.nodeSize)))
  return line
}

/** Nodes never change: what was found in one is found in it again. */
const known = new WeakMap<Node, readonly Span[]>()

const markersIn = (block: Node): readonly Span[] => {
  const before = known.get(block)
  if (before) return before
  const found = block.type.spec.code
    ? []
    : [...lineOf(block).matchAll(TK_MARKER)].map(({ index, 0: { length } }) => ({
        from: index,
        to: index + length,
      }))
  known.set(block, found)
  return found
}

const decorate = (doc: Node): DecorationSet => {
  const found: Decoration[] = []
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    for (const { from, to } of markersIn(node))
      found.push(Decoration.inline(at + 1 + from, at + 1 + to, { class: 'tk-marker' }))
    return false
  })
  return DecorationSet.create(doc, found)
}

const key = new PluginKey<DecorationSet>('tk')

/** `TK` stands out: it is what keeps a piece from being published. */
export const tkMarkers = new Plugin<DecorationSet>({
  key,
  state: {
    init: (_, { doc }) => decorate(doc),
    apply: (change, was) => (change.docChanged ? decorate(change.doc) : was),
  },
  props: { decorations: (state) => key.getState(state) },
})
