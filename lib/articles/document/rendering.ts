import type { Picture } from '../../media/picture'
import type { Direction } from '../article'
import type { Footnote } from './document'

/** What a document says only by name, looked up before it is rendered. */
export interface DocumentFacts {
  /** By the address a figure names. */
  readonly pictures: ReadonlyMap<string, Picture>
  /** Addresses of public pieces by their id. */
  readonly pieces: ReadonlyMap<string, string>
}

export const NO_FACTS: DocumentFacts = { pictures: new Map(), pieces: new Map() }

/** What one rendering knows and gathers. */
export interface Rendering extends DocumentFacts {
  readonly direction: Direction
  readonly idOf: (headingText: string) => string
  /** Notes called so far, in their order. */
  readonly notes: Footnote[]
}
