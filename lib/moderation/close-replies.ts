import { z } from 'zod'
import { VISIBLE } from '../comments/comment-status'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

export const closeRepliesInput = z.strictObject({
  commentId: z.string().regex(ID_PATTERN),
  replies: z.enum(['close', 'open']),
})
type Input = z.infer<typeof closeRepliesInput>

/** No more answers to one comment, or answers again. What is so already stays so. */
export const closeReplies = async (
  { commentStore, deskStore, clock, ids }: Pick<Ports, 'commentStore' | 'deskStore' | 'clock' | 'ids'>,
  actor: Actor,
  { commentId, replies }: Input,
): Promise<Result<{ replies: Input['replies'] }>> => {
  if (!can(actor, 'decide.comment')) return fail('forbidden', 'Only moderators close conversations.')
  const found = await commentStore.find(commentId)
  if (!found) return fail('not-found', 'There is no such comment.')
  const { articleId, status } = found.comment
  if (!VISIBLE.has(status))
    return fail('conflict', 'Readers do not see this comment, so nobody can answer it.')
  await deskStore.setReplies({
    commentId,
    closedAt: replies === 'close' ? clock.now() : null,
    audit: { actor, action: `${replies}.replies`, subject: `comment:${commentId}`, detail: {} },
    effects: [
      {
        key: `comment.changed:${commentId}:replies:${ids.ordered()}`,
        effect: { kind: 'comment.changed', commentId, articleId, sight: 'changed' },
      },
    ],
  })
  return ok({ replies })
}
