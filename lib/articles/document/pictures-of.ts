import type { Doc } from './document'
import { walkDocument } from './walk-document'

/** Addresses of the pictures a document shows, each once: of figures, galleries and cards. */
export const picturesOf = (doc: Doc): readonly string[] => [
  ...new Set(
    [...walkDocument([doc])].flatMap((node) => {
      if (node.type === 'figure') return node.attrs.src
      return node.type === 'embed' && node.attrs.poster !== '' ? node.attrs.poster : []
    }),
  ),
]
