import type { Instant } from '../kernel/clock'
import type { Cursor, ThreadCursor } from '../kernel/paging'
import type { CommentStatus } from './comment-status'
import type { ThreadSort } from './comment-view'

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
  /** Staff, as a fact of the moment of writing; with `byAuthor`, of this piece. Both false for a stub. */
  readonly byStaff: boolean
  readonly byAuthor: boolean
  readonly body: string
  readonly edited: boolean
  readonly featured: boolean
  /** A moderator has not closed it to answers. */
  readonly takesReplies: boolean
  readonly recommends: number
  readonly createdAt: Instant
  /** Of a root: visible comments below it. */
  readonly branchSize: number
  /** Shown comments that answer it directly: most have none, and need not be asked about. */
  readonly shownReplies: number
  /** Name of the comment it answers ('' for none or for a stub). */
  readonly parentName: string
}

/** Replies of one comment on a page. */
export interface ReplyRows {
  readonly parentId: string
  readonly rows: readonly ThreadRow[]
  /** Whether more follow. */
  readonly more: boolean
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
  /** Whether readers see it now: an approved answer goes out of sight with what it answers. */
  readonly visible: boolean
  readonly createdAt: Instant
  readonly name: string
  /** The reason of the latest decision that turned it down, in the moderator's words; null when there is none. */
  readonly rejectedFor: string | null
  /** The piece it stands under. One that is not public (any more) tells neither title nor address: '' both. */
  readonly piece: {
    readonly slug: string
    readonly title: string
    readonly language: string
    readonly public: boolean
  }
}

/**
 * Reading side for readers. **Visible** = approved, no hiding ancestor, article public; one predicate
 * (lib/db/visible.ts) serves pages, counts and feeds.
 */
export interface ThreadReader {
  /**
   * Shown roots (stubs only while something visible is below them) in this order, behind `after`. Up to `limit` + 1
   * rows: the extra one tells there is more. One walk along an index, whatever the page. A stub tells no time, so
   * that a cursor made from one says 0: its place is looked up by id.
   */
  roots(
    articleId: string,
    now: Instant,
    page: { readonly sort: ThreadSort; readonly after: ThreadCursor | null; readonly limit: number },
  ): Promise<readonly ThreadRow[]>
  /**
   * The first shown replies of each of these comments, oldest first: up to `limit` each. Of a comment at the last
   * level (depth PAGE_LEVELS - 1) its whole lane counts as replies; of a deeper one only those that answer it
   * directly. `after` goes on behind a place and is for one comment only.
   */
  replies(
    parents: readonly Pick<ThreadRow, 'id' | 'depth'>[],
    now: Instant,
    page: { readonly limit: number; readonly after?: ThreadCursor | null },
  ): Promise<readonly ReplyRows[]>
  /** What this comment answers, outermost first: the nearest `limit` + 1 shown ones, stubs included. */
  ancestors(comment: Pick<ThreadRow, 'parentId'>, now: Instant, limit: number): Promise<readonly ThreadRow[]>
  /** Visible comments a moderator picked, newest pick first. */
  featured(articleId: string, now: Instant, limit: number): Promise<readonly ThreadRow[]>
  /** Visible comments under a piece; 0 where the piece is not public. */
  count(articleId: string, now: Instant): Promise<number>
  /** Null unless visible: hidden and unknown ids are the same. */
  visible(
    commentId: string,
    now: Instant,
  ): Promise<(ThreadRow & { readonly articleId: string; readonly slug: string }) | null>
  /** A shown comment or stub of this piece, for a page of its branch. Null for a hidden one and for one that never was. */
  shown(articleId: string, commentId: string, now: Instant): Promise<ThreadRow | null>
  /**
   * What this author wrote, whatever became of it, newest first by (createdAt, id): under one piece, or everywhere
   * (`articleId` null). Up to `limit` + 1 rows.
   */
  own(
    author: { readonly guestId: string } | { readonly userId: string },
    now: Instant,
    page: { readonly articleId: string | null; readonly after: Cursor | null; readonly limit: number },
  ): Promise<readonly OwnRow[]>
  /** Ids of what this author wrote under one piece, whatever became of it, newest first; no more than `limit`. */
  ownIds(
    author: { readonly guestId: string } | { readonly userId: string },
    articleId: string,
    limit: number,
  ): Promise<readonly string[]>
  /** One comment as its author sees it, by id: for the secret status link. */
  ownById(commentId: string, now: Instant): Promise<OwnRow | null>
}
