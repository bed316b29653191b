import { type Result, fail, ok } from '../kernel/result'

export const COMMENT_STATUSES = ['pending', 'approved', 'rejected', 'spam', 'removed', 'erased'] as const
export type CommentStatus = (typeof COMMENT_STATUSES)[number]

export const COMMENT_MOVES_LIST = ['approve', 'reject', 'spam', 'hold', 'keep', 'withdraw', 'erase'] as const
export type CommentMove = (typeof COMMENT_MOVES_LIST)[number]

/**
 * The one table of moves. `withdraw` is the author's (what was turned away cannot be withdrawn: its stub would bring
 * the branch below it back into sight), `erase` the law's, the others a moderator's decision (policy says who). `keep`
 * answers what readers reported: the comment stays. Undo is not a move: it restores what a decision row recorded.
 */
const COMMENT_MOVES: Readonly<Record<CommentStatus, Partial<Record<CommentMove, CommentStatus>>>> = {
  pending: { approve: 'approved', reject: 'rejected', spam: 'spam', withdraw: 'removed', erase: 'erased' },
  approved: {
    reject: 'rejected',
    spam: 'spam',
    hold: 'pending',
    keep: 'approved',
    withdraw: 'removed',
    erase: 'erased',
  },
  rejected: { approve: 'approved', spam: 'spam', hold: 'pending', erase: 'erased' },
  spam: { approve: 'approved', reject: 'rejected', hold: 'pending', erase: 'erased' },
  removed: { erase: 'erased' },
  erased: {},
}

/** The one status whose text readers see (when nothing above it hides it). */
export const VISIBLE: ReadonlySet<CommentStatus> = new Set(['approved'])
/** Statuses that wait for a first decision. */
export const AWAITING: ReadonlySet<CommentStatus> = new Set(['pending'])
/** Statuses that hide the comment and everything below it. */
export const HIDING: ReadonlySet<CommentStatus> = new Set(['pending', 'rejected', 'spam'])
/** Statuses that leave a stub when the text had been public and something below it still is. */
export const STUB: ReadonlySet<CommentStatus> = new Set(['removed', 'erased'])
/** Statuses whose author may still change the text. */
export const EDITABLE: ReadonlySet<CommentStatus> = new Set(['pending', 'approved'])

export const REVISION_STATES = ['pending', 'approved', 'rejected', 'spam', 'superseded'] as const
export type RevisionState = (typeof REVISION_STATES)[number]

/** States of a text that somebody still has to judge. */
export const WAITING_TEXT: ReadonlySet<RevisionState> = new Set(['pending'])
/** States of a text that a newer one takes the place of when that is approved. */
export const REPLACEABLE_TEXT: ReadonlySet<RevisionState> = new Set(['pending', 'approved'])
/** States of a text whose place was taken. */
export const REPLACED_TEXT: ReadonlySet<RevisionState> = new Set(['superseded'])

/** The moves that lead anywhere from this status; who may make them is the policy's to say. */
export const commentMoves = (status: CommentStatus): readonly CommentMove[] =>
  Object.keys(COMMENT_MOVES[status]) as CommentMove[]

/** The status after a move, or `conflict` when the table has no such move. */
export const moveComment = (status: CommentStatus, move: CommentMove): Result<CommentStatus> => {
  const next = COMMENT_MOVES[status][move]
  return next
    ? ok(next)
    : fail('conflict', `This comment is already ${status}. Reload the page to see what happened.`)
}
