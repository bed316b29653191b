import { MAX_NESTING } from './document'
import { TEXT_LIMIT } from './text-limit'

const MAX_NODES = 200_000
/** A list is two nodes per level; a table, a paragraph, a note and its texts come on top. */
const MAX_DEPTH = 2 * (MAX_NESTING + 4)
/** UTF-16 units of all texts together. */
const MAX_TEXT = 2 * TEXT_LIMIT

/** Walks without recursion, so that nothing hostile is ever handed to code that recurses. */
export const isSmallEnough = (json: unknown): boolean => {
  const waiting: { readonly node: unknown; readonly depth: number }[] = [{ node: json, depth: 0 }]
  let [seen, letters] = [0, 0]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next
    seen += 1
    if (seen > MAX_NODES || depth > MAX_DEPTH) return false
    if (typeof node !== 'object' || node === null) continue
    if ('text' in node && typeof node.text === 'string') letters += node.text.length
    if (letters > MAX_TEXT) return false
    if (!('content' in node)) continue
    if (!Array.isArray(node.content) || node.content.length > MAX_NODES) return false
    for (const child of node.content) waiting.push({ node: child, depth: depth + 1 })
  }
  return true
}
