import type { Block, Doc, Inline } from './document'
import { plainLine } from './plain-text'
import { TK_MARKER } from './tk-marker'
import { walkDocument } from './walk-document'

/** Characters on either side. */
const AROUND = 40

/** A place where the writer noted that something is to come. */
export interface TkMarker {
  /** Which block of the piece holds it, counted from 0. */
  readonly block: number
  /** The words around it. */
  readonly excerpt: string
}

const inText = (text: string, block: number): readonly TkMarker[] =>
  [...text.matchAll(TK_MARKER)].map(({ index, 0: found }) => ({
    block,
    excerpt: text.slice(Math.max(0, index - AROUND), index + found.length + AROUND).trim(),
  }))

/** The texts of a block, lines whole: a marker may be half bold. */
const textsOf = (block: Block): readonly string[] =>
  [...walkDocument([block])].flatMap((node): readonly string[] => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'footnote':
        return [plainLine(node.content as readonly Inline[])]
      case 'figure':
        return [plainLine(node.content), node.attrs.alt, node.attrs.credit]
      case 'callout':
        return [node.attrs.title]
      case 'embed':
        return [node.attrs.title, node.attrs.author]
      default:
        return []
    }
  })

/** What is still to come in a piece, in the order of the text. Code may hold the letters. */
export const findTk = (doc: Doc): readonly TkMarker[] =>
  doc.content.flatMap((block, i) => textsOf(block).flatMap((text) => inText(text, i)))
