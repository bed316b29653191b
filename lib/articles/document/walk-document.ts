import type { Block, Doc, Inline, ListItem, TableCell, TableRow } from './document'

export type Node = Doc | Block | ListItem | TableRow | TableCell | Inline

/** Every node of some part of a document, parents first, in the order of the text; without recursion. */
export function* walkDocument(roots: readonly Node[]): Generator<Node, void> {
  const waiting: Node[] = [...roots].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    if ('content' in node)
      for (let i = node.content.length - 1; i >= 0; i -= 1) waiting.push(node.content[i] as Node)
  }
}
