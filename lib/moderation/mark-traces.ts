import type { Comment } from '../comments/comment'
import type { Actor } from '../kernel/actor'
import type { AuditEntry } from '../kernel/audit'
import type { QueuedEffect } from '../kernel/effect'
import type { Ports } from '../ports'

/** What a mark on a comment leaves behind: its line in the log, and the news for pages that show the comment. */
export const markTraces = (
  { ids }: Pick<Ports, 'ids'>,
  actor: Actor,
  action: string,
  { id: commentId, articleId }: Pick<Comment, 'id' | 'articleId'>,
): { readonly audit: AuditEntry; readonly effects: readonly QueuedEffect[] } => ({
  audit: { actor, action, subject: `comment:${commentId}`, detail: {} },
  effects: [
    {
      key: `comment.changed:${commentId}:${action}:${ids.ordered()}`,
      effect: { kind: 'comment.changed', commentId, articleId, sight: 'changed' },
    },
  ],
})
