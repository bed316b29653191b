import type { Comment, CommentRevision } from '../comments/comment'
import type { Decision, Opinion } from '../comments/comment-store'
import type { Instant } from '../kernel/clock'
import type { Report } from '../comments/report-store'
import type { Cursor } from '../kernel/paging'

export const QUEUE_TABS = ['waiting', 'reported', 'approved', 'rejected', 'spam'] as const
export type QueueTab = (typeof QUEUE_TABS)[number]

/** Everything one card of the desk shows. */
export interface QueueRow {
  readonly comment: Comment
  /** The revision to judge: pendingRevisionId ?? approvedRevisionId ?? latestRevisionId. */
  readonly revision: CommentRevision
  /** Whether a moderator picked it, whoever sees that now. */
  readonly picked: boolean
  /** The text an edit would replace: the revision at approvedRevisionId when that is another one, whatever its state. */
  readonly shown: CommentRevision | null
  /** On `revision`. */
  readonly opinions: readonly Opinion[]
  readonly article: {
    readonly id: string
    readonly slug: string
    readonly title: string
    readonly isPublic: boolean
  }
  readonly parent: { readonly id: string; readonly name: string; readonly body: string } | null
  /** Oldest first. */
  readonly decisions: readonly (Decision & { readonly actorName: string })[]
  /** Those no decision has answered yet, oldest first. */
  readonly reports: readonly Report[]
}

/**
 * The desk's needs. `waiting` = a revision is pending; `reported` = visible, with reports nobody has answered (of a
 * public piece or not); the other tabs are statuses.
 */
export interface QueueReader {
  /**
   * waiting: oldest first by (queueOrder, id); others: newest first by (createdAt, id). Returns up to `limit` + 1
   * rows: the extra one tells there is more.
   */
  list(tab: QueueTab, after: Cursor | null, limit: number): Promise<readonly QueueRow[]>
  card(commentId: string): Promise<QueueRow | null>
  counts(): Promise<Readonly<Record<QueueTab, number>>>
  /**
   * How long (milliseconds) comments waited until somebody first decided about them: of those decided since then, the
   * newest `limit` decisions, in no order. Comments of the deciders themselves never wait and do not count.
   */
  waits(since: Instant, limit: number): Promise<readonly number[]>
}
