import type { Doc } from './document'
import { readPieceLink } from './piece-link'
import { walkDocument } from './walk-document'

/** Ids of the pieces that a document links to, each once. */
export const piecesLinkedIn = (doc: Doc): readonly string[] => [
  ...new Set(
    [...walkDocument([doc])].flatMap((node) =>
      node.type !== 'text'
        ? []
        : node.marks.flatMap((mark) =>
            mark.type === 'link' ? (readPieceLink(mark.attrs.href)?.id ?? []) : [],
          ),
    ),
  ),
]
