import type { Instant } from '../kernel/clock'
import type { Cursor } from '../kernel/paging'
import type { CommentStatus } from './comment-status'

/** One comment as the thread needs it. For a stub, name, body and time are empty ('' and 0). */
export interface ThreadRow {
  readonly id: string
  readonly parentId: string | null
  readonly rootId: string
  readonly depth: number
  /**
   * `stub`: removed or erased with something visible below it. Only a comment that had been public has replies, so
   * no look at approvedRevisionId is needed (an undone approval leaves it null, and its replies still need a place).
   */
  readonly stub: boolean
  readonly name: string
  readonly byStaff: boolean
  readonly body: string
  readonly edited: boolean
  readonly createdAt: Instant
  /** Name of the comment it answers ('' for none or for a stub). */
  readonly parentName: string
}

/** One of the author's own comments, with the state the author may know (spam shows as rejected: presenter). */
export interface OwnRow {
  readonly id: string
  readonly parentId: string | null
  readonly status: CommentStatus
  readonly version: number
  /** The text at pendingRevisionId ?? approvedRevisionId ?? latestRevisionId. */
  readonly body: string
  /** The public text (status approved) when `body` is an edit that waits. */
  readonly shownBody: string | null
  readonly hasPendingEdit: boolean
  readonly createdAt: Instant
  readonly name: string
}

/**
 * Reading side for readers. **Visible** = approved, no hiding ancestor, article public; one predicate
 * (lib/db/visible.ts) serves pages, counts and feeds.
 */
export interface ThreadReader {
  /**
   * Roots newest first by (createdAt, id), stubs only while something visible is below them. Returns up to
   * `limit` + 1 rows: the extra one tells there is more. A stub tells no time, so that a cursor made from one
   * says 0: its place is looked up by id.
   */
  roots(articleId: string, now: Instant, after: Cursor | null, limit: number): Promise<readonly ThreadRow[]>
  /** Everything visible below these roots plus needed stubs, oldest first by (createdAt, id). */
  replies(rootIds: readonly string[], now: Instant): Promise<readonly ThreadRow[]>
  count(articleId: string, now: Instant): Promise<number>
  /** Null unless visible: hidden and unknown ids are the same. */
  visible(
    commentId: string,
    now: Instant,
  ): Promise<(ThreadRow & { readonly articleId: string; readonly slug: string }) | null>
  /** The cursor whose page of roots holds this root (null: the first page). */
  pageOf(articleId: string, rootId: string, now: Instant, limit: number): Promise<Cursor | null>
  /** Everything this author wrote here, whatever became of it, newest first. */
  own(
    articleId: string,
    author: { readonly guestId: string } | { readonly userId: string },
  ): Promise<readonly OwnRow[]>
}
