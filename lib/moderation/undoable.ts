import type { CommentRecord } from '../comments/comment'
import type { Decision } from '../comments/comment-store'

/** Decisions that stand: neither taken back nor the taking back of another. Oldest first, as they came. */
const standing = <D extends Decision>(decisions: readonly D[]): readonly D[] => {
  const undone = new Set(decisions.map((decision) => decision.undoesId))
  return decisions.filter((decision) => decision.move !== 'undo' && !undone.has(decision.id))
}

/** The newest decision that stands, if any. */
export const lastStanding = <D extends Decision>(decisions: readonly D[]): D | null =>
  standing(decisions).at(-1) ?? null

/**
 * Whether the comment is still as this decision left it. Only an edit or a withdrawal can come after the newest
 * standing decision: the one brings a text that the decision never saw, the other changes the status.
 */
const isUntouchedSince = ({ comment }: CommentRecord, decision: Decision): boolean =>
  comment.status === decision.to && comment.latestRevisionId in decision.before.revisions

/** The decision that can be undone now: the newest that stands, while nothing happened since. */
export const undoableDecision = <D extends Decision>(
  record: CommentRecord,
  decisions: readonly D[],
): D | null => {
  const last = lastStanding(decisions)
  return last && isUntouchedSince(record, last) ? last : null
}
