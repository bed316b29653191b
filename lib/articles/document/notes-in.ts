import type { Footnote } from './document'
import { type Node, walkDocument } from './walk-document'

/** The notes of a part of a document, in the order they are called. */
export const notesIn = (nodes: readonly Node[]): readonly Footnote[] =>
  [...walkDocument(nodes)].filter((node) => node.type === 'footnote')
