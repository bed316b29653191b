import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { presentCard } from './present-queue'
import type { DecisionView, QueueCardView } from './queue-view'

export const openDecisionInput = z.strictObject({ decisionId: z.string().regex(ID_PATTERN) })

/** One decision with its comment as it is now: what the desk confirms after a page load, with the way back. */
export const openDecision = async (
  { commentStore, queueReader }: Pick<Ports, 'commentStore' | 'queueReader'>,
  actor: Actor,
  { decisionId }: z.infer<typeof openDecisionInput>,
): Promise<Result<{ readonly decision: DecisionView; readonly card: QueueCardView }>> => {
  if (!can(actor, 'open.desk')) return fail('forbidden', 'The desk is open to moderators only.')
  const found = ID_PATTERN.test(decisionId) ? await commentStore.findDecision(decisionId) : null
  const row = found && (await queueReader.card(found.commentId))
  const card = row && presentCard(actor, row)
  const decision = card?.history.find(({ id }) => id === decisionId)
  return card && decision ? ok({ decision, card }) : fail('not-found', 'There is no such decision.')
}
