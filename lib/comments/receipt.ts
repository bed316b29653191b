import type { CommentRecord, CommentRevision } from './comment'
import type { CommentStatus, RevisionState } from './comment-status'
import type { OwnState, ReceiptView } from './comment-view'

/** Both kinds of state in the words their author may know: spam is told as rejected. */
const TOLD: Readonly<Record<CommentStatus | RevisionState, OwnState>> = {
  pending: 'waiting',
  approved: 'approved',
  rejected: 'rejected',
  spam: 'rejected',
  removed: 'removed',
  erased: 'removed',
  superseded: 'removed',
}

/** What its author is told of a state: spam is told as rejected. */
export const ownState = (state: CommentStatus | RevisionState): OwnState => TOLD[state]

/** The answer for a comment that was stored before: its state as it is now. */
export const repeatReceipt = ({ comment }: CommentRecord): ReceiptView => ({
  commentId: comment.id,
  state: ownState(comment.status),
  repeat: true,
})

/** The answer for an edit: the state of the text it brought, whatever is public meanwhile. */
export const textReceipt = (
  text: Pick<CommentRevision, 'commentId' | 'state'>,
  repeat: boolean,
): ReceiptView => ({
  commentId: text.commentId,
  state: ownState(text.state),
  repeat,
})
