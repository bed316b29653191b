import type { Node } from '@tiptap/pm/model'

/** Nodes never change: what was spelled once is spelled. */
const known = new WeakMap<Node, string>()

const spelled = (block: Node): string => {
  const before = known.get(block)
  if (before !== undefined) return before
  const json = JSON.stringify(block.toJSON())
  known.set(block, json)
  return json
}

/** A document as JSON, as `JSON.stringify(doc.toJSON())` has it; of a long one only what changed is spelled again. */
export const documentJson = (doc: Node): string =>
  `{"type":"doc","content":[${doc.children.map(spelled).join(',')}]}`
