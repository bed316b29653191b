import type { Comment, CommentRevision } from '../comments/comment'
import type { Decision, Opinion } from '../comments/comment-store'
import type { Instant } from '../kernel/clock'
import type { Report } from '../comments/report-store'
import type { QueueShift } from '../comments/desk-facts'
import type { Cursor } from '../kernel/paging'
import type { QueueQuestion, QueueTab } from './queue-question'

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
  readonly parent: {
    readonly id: string
    readonly name: string
    readonly userId: string | null
    readonly body: string
  } | null
  /** Oldest first. */
  readonly decisions: readonly (Decision & { readonly actorName: string })[]
  /** Those no decision has answered yet, oldest first. */
  readonly reports: readonly Report[]
  /** Why it does not stand where its time would place it. */
  readonly queueWhy: readonly QueueShift[]
  /** While it waits with others like it. */
  readonly flood: Flood | null
  readonly repliesClosed: boolean
}

/** Near-identical comments that wait behind one card. */
export interface Flood {
  readonly id: string
  /** Comments that wait, the one on the card included. */
  readonly waiting: number
  /** Address blocks they came from, as far as the first thousand tell. */
  readonly networks: number
}

/** A comment as it is now, and who made it so. */
export interface CommentNow {
  readonly commentId: string
  readonly version: number
  /** A text of it waits. */
  readonly waits: boolean
  /** Who decided last; null while nobody has. */
  readonly by: { readonly userId: string | null; readonly name: string } | null
  readonly move: Decision['move'] | null
}

/** A comment that another one answers, or one above that. */
export interface CommentAbove extends Pick<Comment, 'id' | 'name' | 'byStaff' | 'status' | 'createdAt'> {
  /** As readers see it, or as it was written last. */
  readonly body: string
}

/** A page of the desk; how far it looks is told at `list`. */
export interface QueuePage {
  readonly rows: readonly QueueRow[]
  /** Where the next page begins; null when nothing is left to look through. */
  readonly next: Cursor | null
}

/**
 * The desk's needs. `waiting` = a revision is pending, of a flood the first alone; `reported` = visible, with reports
 * nobody has answered (of a public piece or not); `all` = everything; the other tabs are statuses.
 */
export interface QueueReader {
  /**
   * A page in the order asked for: (queueOrder, id) or (createdAt, id). One page looks through so many comments only
   * that it costs what a page may cost: with a filter that hardly anything passes it may hold fewer rows than asked for,
   * even none, and still have a `next`.
   */
  list(question: QueueQuestion): Promise<QueuePage>
  /** The same page, its places alone. */
  find(question: QueueQuestion): Promise<{ readonly places: readonly Cursor[]; readonly next: Cursor | null }>
  /** The ids of waiting comments of a flood that were there before `until`, in the order of the queue, at most `limit`. */
  waitingInFlood(floodId: string, until: Instant, limit: number): Promise<readonly string[]>
  /** The ids of what waits folded behind these cards and was there before `until`, in the order of the queue, at most `limit`. */
  foldedBehind(commentIds: readonly string[], until: Instant, limit: number): Promise<readonly string[]>
  /** Languages of what was written, in which what is looked for is understood. */
  languages(): Promise<readonly string[]>
  /** Of at most 300 ids, in no order; unknown ones are left out. */
  now(commentIds: readonly string[]): Promise<readonly CommentNow[]>
  /** Of what waits the cards that the learner takes for spam with `upTo` per mille at most; the likeliest good first. */
  likelyGood(upTo: number, limit: number): Promise<readonly QueueRow[]>
  /** From the one it answers upwards, at most so many. */
  above(commentId: string, most: number): Promise<readonly CommentAbove[]>
  /** One comment with all that its card shows, in whatever tab it is; null for an unknown id. */
  card(commentId: string): Promise<QueueRow | null>
  /** How many comments each tab holds, whatever the filter; of a flood every one counts. */
  counts(): Promise<Readonly<Record<QueueTab, number>>>
  /**
   * How long (milliseconds) comments waited until somebody first decided about them: of those decided since then, the
   * newest `limit` decisions, in no order. Comments of the deciders themselves never wait and do not count.
   */
  waits(since: Instant, limit: number): Promise<readonly number[]>
}
