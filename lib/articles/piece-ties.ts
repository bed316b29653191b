import type { Instant } from '../kernel/clock'
import type { PublicCard } from './article'
import type { Counted, TagFacts } from './piece-index'

/** Where a piece stands among those of its series that are public, in the order in which they came out. */
export interface SeriesPlace {
  readonly series: TagFacts
  /** From 1. */
  readonly part: number
  readonly parts: number
  readonly earlier: PublicCard | null
  readonly later: PublicCard | null
}

/**
 * What public pieces are to each other: parts of one series, or one piece in several languages. Public means what it
 * means to ArticleReader; a series without a public piece is not there at all.
 */
export interface PieceTies {
  /** Null also for a series that no public piece is a part of. */
  series(slug: string, now: Instant): Promise<TagFacts | null>
  /** Most pieces first. */
  allSeries(now: Instant, limit: number): Promise<readonly (TagFacts & Counted)[]>
  /** The first `limit` pieces of a series, oldest first. */
  parts(seriesId: string, now: Instant, limit: number): Promise<readonly PublicCard[]>
  /** Null for a piece that is a part of nothing. */
  placeInSeries(articleId: string, now: Instant): Promise<SeriesPlace | null>
  /** The same piece in other words: the others that say what this one says, newest first. */
  translations(articleId: string, now: Instant): Promise<readonly PublicCard[]>
}
