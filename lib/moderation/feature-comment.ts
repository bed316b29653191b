import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { markTraces } from './mark-traces'

export const featureCommentInput = z.strictObject({
  commentId: z.string().regex(ID_PATTERN),
  pick: z.enum(['pick', 'unpick']),
})
type Input = z.infer<typeof featureCommentInput>

/**
 * Puts a comment that readers see above the thread as a moderator's pick, or takes it from there. What is so already
 * stays so. A comment that is turned away later is no pick for anybody as long as nobody sees it.
 */
export const featureComment = async (
  { threadReader, pickStore, clock, ids }: Pick<Ports, 'threadReader' | 'pickStore' | 'clock' | 'ids'>,
  actor: Actor,
  { commentId, pick }: Input,
): Promise<Result<{ pick: Input['pick'] }>> => {
  if (!can(actor, 'feature.comment')) return fail('forbidden', 'Only moderators pick comments.')
  const now = clock.now()
  const comment = await threadReader.visible(commentId, now)
  if (!comment) return fail('not-found', 'Readers do not see this comment, so it cannot be picked.')
  if (comment.featured === (pick === 'pick')) return ok({ pick })
  const stored = await pickStore.set({
    commentId,
    featuredAt: pick === 'pick' ? now : null,
    ...markTraces({ ids }, actor, `${pick}.comment`, comment),
  })
  return stored
    ? ok({ pick })
    : fail('conflict', 'This comment changed in the same moment. Look at it again, please.')
}
