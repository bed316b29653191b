import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

export const watchPieceInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  watch: z.enum(['on', 'off']),
})
type Input = z.infer<typeof watchPieceInput>

/** Puts a piece on the moderator's own list, by which they can filter the desk, or takes it from there. */
export const watchPiece = async (
  { deskStore }: Pick<Ports, 'deskStore'>,
  actor: Actor,
  { articleId, watch }: Input,
): Promise<Result<{ watch: Input['watch'] }>> => {
  if (actor.kind !== 'user' || !can(actor, 'open.desk')) {
    return fail('forbidden', 'The desk is open to moderators only.')
  }
  await deskStore.watch(actor.userId, articleId, watch === 'on')
  return ok({ watch })
}
