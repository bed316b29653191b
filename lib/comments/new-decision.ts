import type { Ports } from '../ports'
import type { CommentRecord, CommentState } from './comment'
import type { Decision } from './comment-store'
import { stateOf } from './judge'

type Facts = Pick<Decision, 'actor' | 'revisionId' | 'move'> &
  Partial<Pick<Decision, 'reason' | 'note' | 'undoesId' | 'batchId'>> & { readonly to: CommentState }

/** The row of the log for a change of `record` as it stands before it. */
export const newDecision = (
  { ids, clock }: Pick<Ports, 'ids' | 'clock'>,
  record: CommentRecord,
  { actor, revisionId, move, to, reason = null, note = null, undoesId = null, batchId = null }: Facts,
): Decision => ({
  id: ids.ordered(),
  commentId: record.comment.id,
  revisionId,
  actor,
  move,
  from: record.comment.status,
  to: to.status,
  before: stateOf(record),
  reason,
  note,
  undoesId,
  createdAt: clock.now(),
  batchId,
})
