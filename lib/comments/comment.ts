import type { Instant } from '../kernel/clock'
import type { CommentStatus, RevisionState } from './comment-status'

/** Limits of a comment's fields, in Unicode code points. */
export const COMMENT_LIMITS = { body: 10_000, name: 80, email: 254 } as const
/** Levels of nesting a page shows (0…3); below that the page continues flat, naming whom it answers. */
export const PAGE_LEVELS = 4
/** Roots a page of the thread holds. */
export const ROOTS_PER_PAGE = 20
/** Replies shown under each comment before "Load More Replies". */
export const REPLIES_SHOWN = 3
/** Replies such a link leads to at once. */
export const REPLIES_PER_PAGE = 20
/** Replies a page of the thread holds in all; level by level, whatever is beyond stands behind a link. */
export const REPLIES_ON_A_PAGE = 100
/** Characters of a reply that count as one of those: a longer one takes the room of several. */
export const CHARACTERS_OF_A_REPLY = 1_000
/** Ancestors shown above a branch. */
export const TRAIL = 5
/** Moderators' picks above the thread. */
export const PICKS = 3

/** The row of a comment; its texts are revisions. */
export interface Comment {
  readonly id: string
  readonly articleId: string
  readonly parentId: string | null
  readonly rootId: string
  readonly laneId: string | null
  readonly depth: number
  readonly status: CommentStatus
  readonly version: number
  readonly latestRevisionId: string
  readonly approvedRevisionId: string | null
  readonly pendingRevisionId: string | null
  readonly editedAt: Instant | null
  readonly hiddenAncestors: number
  /** Exactly one of the two is set. */
  readonly guestId: string | null
  readonly userId: string | null
  readonly name: string
  readonly nameKey: string
  readonly email: string
  readonly emailKey: string
  readonly byStaff: boolean
  readonly addressKey: string
  readonly submissionKey: string
  readonly createdAt: Instant
  readonly queueOrder: number
}

/** One text of a comment, with what was decided about it. */
export interface CommentRevision {
  readonly id: string
  readonly commentId: string
  readonly number: number
  readonly state: RevisionState
  readonly body: string
  readonly fingerprint: string
  readonly createdAt: Instant
}

/** A comment with the revisions its rules look at (latest, pending, approved: often the same one). */
export interface CommentRecord {
  readonly comment: Comment
  readonly revisions: readonly CommentRevision[]
}

/** The fields of a comment that a move may change; what a decision row remembers so that undo is exact. */
export interface CommentState {
  readonly status: CommentStatus
  readonly approvedRevisionId: string | null
  readonly pendingRevisionId: string | null
  readonly editedAt: Instant | null
  /** States of the revisions concerned, by revision id. */
  readonly revisions: Readonly<Record<string, RevisionState>>
}
