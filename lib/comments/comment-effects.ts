import type { QueuedEffect, Sight } from '../kernel/effect'
import type { Comment, CommentState } from './comment'
import { STUB } from './comment-status'

/** Whether readers may see anything of a comment in this state: its text, or the stub that holds its replies. */
const shows = ({ status }: Pick<CommentState, 'status'>): boolean => status === 'approved' || STUB.has(status)

const sightOf = (before: CommentState, after: CommentState): Sight => {
  if (!shows(before)) return shows(after) ? 'appeared' : 'none'
  if (!shows(after)) return 'vanished'
  // Taken back: the text goes, whatever place is left for the replies.
  if (STUB.has(after.status)) return STUB.has(before.status) ? 'none' : 'vanished'
  if (STUB.has(before.status)) return 'appeared'
  return before.approvedRevisionId === after.approvedRevisionId ? 'none' : 'changed'
}

/** The effects of a change that takes `comment` from `before` to `after`; the key makes queueing it twice harmless. */
export const changedEffects = (
  comment: Pick<Comment, 'id' | 'articleId' | 'version' | 'hiddenAncestors' | 'latestRevisionId'>,
  before: CommentState,
  after: CommentState,
): readonly QueuedEffect[] => [
  {
    // A text names its comment, and sorts by time: what is decided about together stands together in the index.
    key: `comment.changed:${comment.latestRevisionId}:${comment.version + 1}`,
    effect: {
      kind: 'comment.changed',
      commentId: comment.id,
      articleId: comment.articleId,
      sight: comment.hiddenAncestors === 0 ? sightOf(before, after) : 'none',
    },
  },
]

/** The effects of a new comment; one that is approved on arrival changes the page too. */
export const submittedEffects = (
  comment: Pick<Comment, 'id' | 'articleId' | 'status' | 'latestRevisionId'>,
): readonly QueuedEffect[] => {
  const { id: commentId, articleId, latestRevisionId } = comment
  const submitted: QueuedEffect = {
    // Its first text names a comment as well as its id does, and sorts by time: an index grows at one end by it.
    key: `comment.submitted:${latestRevisionId}`,
    effect: { kind: 'comment.submitted', commentId, articleId },
  }
  if (!shows(comment)) return [submitted]
  return [
    submitted,
    {
      key: `comment.changed:${latestRevisionId}:1`,
      effect: { kind: 'comment.changed', commentId, articleId, sight: 'appeared' },
    },
  ]
}
