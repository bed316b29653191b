import type { CommentMove } from '../comments/comment-status'
import type { Instant } from '../kernel/clock'

/** How many decisions of one kind there were in one month. No person, no comment, no words of anybody. */
export interface DecisionTally {
  readonly year: number
  /** 1 to 12, in UTC. */
  readonly month: number
  readonly move: CommentMove
  /** One of the reasons asked about; OTHER_REASON: another one, or words of the moderator's own. Null: none was given. */
  readonly reason: string | null
  readonly decisions: number
}

/** No reason of any list is empty. */
export const OTHER_REASON = ''

/** Port: decisions as the public may count them. */
export interface DecisionLog {
  /**
   * What people decided about other people's comments from `from` on and before `until`, but for decisions that were
   * undone and the undoing itself. Reasons that are none of `reasons` are counted together.
   */
  tallies(from: Instant, until: Instant, reasons: readonly string[]): Promise<readonly DecisionTally[]>
}
