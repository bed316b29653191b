import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { presentCard } from './present-queue'
import type { QueueCardView } from './queue-view'

export const openCardInput = z.strictObject({ commentId: z.string().regex(ID_PATTERN) })

/** One comment as the desk shows it, whatever tab it is in. */
export const openCard = async (
  { queueReader }: Pick<Ports, 'queueReader'>,
  actor: Actor,
  { commentId }: z.infer<typeof openCardInput>,
): Promise<Result<QueueCardView>> => {
  if (!can(actor, 'open.desk')) return fail('forbidden', 'The desk is open to moderators only.')
  const row = await queueReader.card(commentId)
  return row ? ok(presentCard(actor, row)) : fail('not-found', 'There is no such comment.')
}
