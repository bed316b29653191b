import type { AtDesk } from './desk/claim-book'

/** How many streams one instance holds on a piece, and how many of their readers type. */
export interface PieceCounts {
  readonly articleId: string
  readonly active: number
  readonly typing: number
}

/** What instances of one publication tell each other beside effects: said once, kept nowhere, lost without harm. */
export type NeighbourMessage =
  | { readonly kind: 'presence'; readonly counts: readonly PieceCounts[] }
  /** Somebody types whose stream is not here: whoever holds it marks it. */
  | { readonly kind: 'typing'; readonly stream: string }
  /** Who is at this instance's desk, and which windows left it. */
  | { readonly kind: 'desk'; readonly people: readonly AtDesk[]; readonly left: readonly string[] }

/** Port: the other instances. What one tells is heard by all but itself. */
export interface Neighbours {
  /** Never throws. `presence` holds at most a hundred pieces, `desk` two windows. */
  tell(message: NeighbourMessage): void
  /** `from` names the instance. Returns how to stop listening. */
  hear(listener: (message: NeighbourMessage, from: string) => void): () => void
}
