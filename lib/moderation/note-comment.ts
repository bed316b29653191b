import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { canonicalText, cutText } from '../kernel/canonical-text'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

/** In code points. */
const NOTE_MAX = 2_000

export const noteCommentInput = z.strictObject({
  commentId: z.string().regex(ID_PATTERN),
  body: z.string().max(20_000),
})

/** What colleagues should know about a comment. Nobody else ever sees it. */
export const noteComment = async (
  { deskStore, clock, ids }: Pick<Ports, 'deskStore' | 'clock' | 'ids'>,
  actor: Actor,
  { commentId, body: typed }: z.infer<typeof noteCommentInput>,
): Promise<Result<{ noteId: string }>> => {
  if (actor.kind !== 'user' || !can(actor, 'decide.comment')) {
    return fail('forbidden', 'Only moderators leave notes.')
  }
  const body = cutText(canonicalText(typed), { max: NOTE_MAX })
  if (body === '')
    return fail('invalid', 'Write something first.', { fields: { body: 'Write something first.' } })
  const id = ids.ordered()
  const kept = await deskStore.addNote({ id, commentId, userId: actor.userId, body, createdAt: clock.now() })
  return kept ? ok({ noteId: id }) : fail('not-found', 'There is no such comment.')
}
