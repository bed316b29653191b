import type { Direction } from '../articles/article'
import type { Instant } from '../kernel/clock'
import type { TextQuery } from '../text/text-query'

/** What readers can look through. */
export type PublicIndexName = 'pieces' | 'comments'

/** One page of what was found, best first. */
export interface Found {
  /** Of pieces or comments. */
  readonly ids: readonly string[]
  /** All that were found, up to `FOUND_MAX`. */
  readonly total: number
}

/** So many of the newest are ranked; whoever finds more looks for something more precise. */
export const FOUND_MAX = 1_000

/** A comment readers see, with the piece it stands under. */
export interface FoundComment {
  readonly id: string
  readonly name: string
  readonly body: string
  readonly createdAt: Instant
  readonly piece: {
    readonly slug: string
    readonly title: string
    readonly language: string
    readonly direction: Direction
  }
}

/** A word of public texts, for suggestions. */
export interface KnownWord {
  readonly word: string
  /** In how many public texts it stands; at least one. */
  readonly documents: number
}

/** Readers' search. Everything it answers was public at the moment it was asked. */
export interface SearchReader {
  /** Languages of what can be found. */
  languages(index: PublicIndexName): Promise<readonly string[]>
  /** `total` counts up to `FOUND_MAX`; a page that lies behind what was found is empty. */
  find(
    index: PublicIndexName,
    query: TextQuery,
    now: Instant,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<Found>
  /** Those of these comments that readers see, in the order of the ids. */
  comments(ids: readonly string[], now: Instant): Promise<readonly FoundComment[]>
  /**
   * Words of public texts that begin or end like this one (folded) and are about as long, the most common first: all
   * that are one slip away from it are among them, and it itself when it is known.
   */
  wordsLike(word: string): Promise<readonly KnownWord[]>
}
