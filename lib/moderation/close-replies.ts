import { z } from 'zod'
import { VISIBLE } from '../comments/comment-status'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { markTraces } from './mark-traces'

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
  if (!VISIBLE.has(found.comment.status))
    return fail('conflict', 'Readers do not see this comment, so nobody can answer it.')
  await deskStore.setReplies({
    commentId,
    closedAt: replies === 'close' ? clock.now() : null,
    ...markTraces({ ids }, actor, `${replies}.replies`, found.comment),
  })
  return ok({ replies })
}
