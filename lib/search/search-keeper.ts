import type { Instant } from '../kernel/clock'

/**
 * The three indexes. `pieces` and `comments` hold what readers can find, and nothing that is not public: neither
 * results nor ranking nor suggestions can tell of anything else. `desk` holds every comment that is not erased, for
 * moderators; readers' search never asks it.
 */
export const SEARCH_INDEXES = ['pieces', 'comments', 'desk'] as const
export type SearchIndexName = (typeof SEARCH_INDEXES)[number]

/** What may have changed: everything, a piece with its comments, or some comments with everything below them. */
export type SearchScope =
  'everything' | { readonly articleId: string } | { readonly commentIds: readonly string[] }

/** A text that belongs into an index and is not in it as it is now. */
export interface SearchSource {
  /** Of the piece or comment. */
  readonly id: string
  readonly articleId: string
  /** Changes whenever the text does. */
  readonly stamp: string
  readonly language: string
  /** Its moment: what is newer stands first among equals. */
  readonly at: Instant
  /** Headline; on the desk the commenter's name. */
  readonly title: string
  /** What stands above the text: kicker, dek, authors, tags, each on a line. */
  readonly lead: string
  readonly body: string
}

/** A text taken apart for an index (lib/search/index-entry.ts). Tokens hold letters and digits only. */
export interface SearchEntry extends Pick<SearchSource, 'id' | 'articleId' | 'stamp' | 'language' | 'at'> {
  /** Stems in their order. */
  readonly title: readonly string[]
  readonly lead: readonly string[]
  readonly body: readonly string[]
  /** Forms, each once: what beginnings are looked for in. */
  readonly forms: readonly string[]
  /** Those of the forms that are words, for the vocabulary that suggestions are made of. */
  readonly words: readonly string[]
}

/** A stretch of a list ordered by id: so many were looked at, and those are what was looked for. */
export interface SearchStretch {
  readonly found: readonly string[]
  /** The last id looked at, where the next stretch begins; null at the end. */
  readonly next: string | null
}

interface Stretch {
  /** '' for the first. */
  readonly after: string
  /** How many are looked at. */
  readonly size: number
}

/** Writing side of the indexes. They only repeat what stands elsewhere: losing them loses nothing. */
export interface SearchKeeper {
  /** What is in an index and does not belong there (any more), or not as it is there. */
  strays(index: SearchIndexName, scope: SearchScope, now: Instant, stretch: Stretch): Promise<SearchStretch>
  /** Takes these out, but for those that belong there after all. */
  remove(index: SearchIndexName, ids: readonly string[], now: Instant): Promise<void>
  /** What belongs into an index and is not in it as it is now. */
  missing(index: SearchIndexName, scope: SearchScope, now: Instant, stretch: Stretch): Promise<SearchStretch>
  /** The texts of those that belong into the index, in any order. */
  sources(index: SearchIndexName, ids: readonly string[], now: Instant): Promise<readonly SearchSource[]>
  /** Puts these in, in place of what was there. What has changed since it was read (by its stamp) is left out. */
  put(index: SearchIndexName, entries: readonly SearchEntry[], now: Instant): Promise<void>
  /** Pieces that became public by the clock alone, in (since, now]. */
  comeDue(since: Instant, now: Instant): Promise<readonly string[]>
  /** Empties all indexes. */
  clear(): Promise<void>
}
