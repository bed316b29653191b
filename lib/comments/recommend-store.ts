import type { Guest } from '../accounts/account-store'
import type { Instant } from '../kernel/clock'
import type { QueuedEffect } from '../kernel/effect'

/** That one reader recommends one comment. */
export interface Recommendation {
  readonly commentId: string
  /** `user:<id>` or `guest:<id>` (reader-key.ts): one recommend per reader and comment. */
  readonly readerKey: string
}

/** A recommend that is given, with all that comes of it. */
export interface NewRecommendation extends Recommendation {
  /** The reader's guest row when this is the first thing they do: stored in the same transaction. */
  readonly guest: Guest | null
  readonly createdAt: Instant
  readonly effects: readonly QueuedEffect[]
}

/** Who recommends what. Row, number and effects are one transaction; what is so already changes nothing. */
export interface RecommendStore {
  /** Gives a recommend, and how many the comment has then. */
  give(recommendation: NewRecommendation): Promise<number>
  /** Takes it back, and how many the comment has then. */
  take(recommendation: Recommendation & Pick<NewRecommendation, 'effects'>): Promise<number>
  /** Whether this reader recommends it now. */
  has(recommendation: Recommendation): Promise<boolean>
  /** Ids of the comments under this piece that stand and that the reader recommends, in no order. */
  recommendedBy(readerKey: string, articleId: string): Promise<readonly string[]>
}
