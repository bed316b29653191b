import type { Comment } from '../comments/comment'
import type { Decision } from '../comments/comment-store'
import type { Instant } from '../kernel/clock'
import type { Cursor } from '../kernel/paging'

/** What the log can be asked for; everything may be left open (null). */
export interface LogQuestion {
  /** Id of a colleague, or `stet` for what was decided on arrival. */
  readonly who: string | null
  /** A decision's move, or `measure` for what was done about people. */
  readonly move: Decision['move'] | 'measure' | null
  /** Part of the reason, letter by letter. */
  readonly reason: string | null
  readonly articleId: string | null
  /** [from, until) */
  readonly from: Instant | null
  readonly until: Instant | null
}

/** A decision about a comment, as the log tells it. */
export interface LoggedDecision {
  readonly kind: 'decision'
  readonly id: string
  readonly at: Instant
  readonly decision: Decision & { readonly actorName: string }
  readonly comment: Comment
  /** The text that was judged. */
  readonly body: string
  readonly article: { readonly title: string; readonly slug: string; readonly isPublic: boolean }
  /** All decisions on that comment, oldest first: what can still be undone. */
  readonly all: readonly Decision[]
}

/** A measure against a person, or its end, as the log tells it. */
export interface LoggedMeasure {
  readonly kind: 'measure'
  readonly id: string
  readonly at: Instant
  readonly actorName: string
  readonly what: 'taken' | 'lifted'
  /** user:<id> or guest:<id> */
  readonly personKey: string
  /** As they were called then. */
  readonly personName: string
  readonly actId: string
  /** warn | suspend | ban | mute */
  readonly measure: string
  readonly reason: string
  /** Whether the act still stands and can be lifted. */
  readonly stands: boolean
}

export type LogEntry = LoggedDecision | LoggedMeasure

/** Port: everything anybody decided about comments and people, for ever. */
export interface LogReader {
  /** Newest first by (at, id); up to `limit` + 1 rows: the extra one tells there is more. */
  list(question: LogQuestion, after: Cursor | null, limit: number): Promise<readonly LogEntry[]>
  /** How many comments were decided about with each of these clicks. */
  batchSizes(batchIds: readonly string[]): Promise<ReadonlyMap<string, number>>
}
