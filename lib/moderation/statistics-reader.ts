import type { Instant } from '../kernel/clock'
import type { Decision } from '../comments/comment-store'

/** A span of time: [from, until). */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** Port: what the desk did, counted. Decisions that were undone, and the undoing, do not count. */
export interface StatisticsReader {
  /** Comments that arrived, by day: whole days since 1970 in UTC. Days without any are left out. */
  arrivals(span: Span): Promise<readonly { readonly day: number; readonly comments: number }[]>
  /** What people decided about others' comments. */
  decisions(span: Span): Promise<
    readonly {
      readonly userId: string
      readonly name: string
      readonly move: Decision['move']
      readonly reason: string | null
      readonly decisions: number
    }[]
  >
  /** How long (ms) comments waited for their first decision by a person, the newest `limit` decisions of the span. */
  waits(span: Span, limit: number): Promise<readonly { readonly userId: string; readonly waited: number }[]>
  /** Texts that a check held or called spam and a person then decided about: all of them, and those that were approved. */
  checks(
    span: Span,
  ): Promise<readonly { readonly check: string; readonly decided: number; readonly approved: number }[]>
}
