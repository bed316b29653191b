import type { CommentRecord, CommentState } from '../comments/comment'
import { changedEffects } from '../comments/comment-effects'
import type { CommentChange, Decision } from '../comments/comment-store'
import { newDecision } from '../comments/new-decision'
import type { Ports } from '../ports'

type Facts = Pick<Decision, 'actor' | 'revisionId' | 'move'> &
  Partial<Pick<Decision, 'reason' | 'note' | 'undoesId' | 'batchId'>>

/** The change a decision makes of a comment as it was read, with its row and its effects. */
export const decisionChange = (
  deps: Pick<Ports, 'clock' | 'ids'>,
  record: CommentRecord,
  to: CommentState,
  facts: Facts,
): CommentChange & { readonly decision: Decision } => {
  const { id: commentId, status, version, hiddenAncestors } = record.comment
  const decision = newDecision(deps, record, { ...facts, to })
  return {
    commentId,
    expect: { status, version, hiddenAncestors },
    to,
    decision,
    effects: changedEffects(record.comment, decision.before, to),
  }
}
