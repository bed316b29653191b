import type { CommentMove } from '../comments/comment-status'
import type { Instant } from '../kernel/clock'
import type { DecisionReason } from './decision-reasons'

/** How many decisions of one kind there were in one month. No person, no comment, no words of anybody. */
export interface DecisionTally {
  readonly year: number
  /** 1 to 12, in UTC. */
  readonly month: number
  readonly move: CommentMove
  /** `other`: in words of the moderator's own. Null: none was given. */
  readonly reason: DecisionReason | 'other' | null
  readonly decisions: number
}

export interface DecisionLog {
  /**
   * What people decided about other people's comments from `from` on and before `until`, but for decisions that were
   * undone and the undoing itself.
   */
  tallies(from: Instant, until: Instant): Promise<readonly DecisionTally[]>
}
