import { z } from 'zod'
import { STUB } from '../comments/comment-status'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { presentCard } from './present-queue'
import type { DecisionView, QueueCardView } from './queue-view'

export const openDecisionInput = z.strictObject({
  decisionId: z.string().regex(ID_PATTERN),
  /** Of the answer that was given with it. */
  answerId: z.string().regex(ID_PATTERN).optional(),
})

/** A decision as its comment is now; `answer`: what became of the one that was given with it, null without one. */
export interface OpenedDecision {
  readonly decision: DecisionView
  readonly card: QueueCardView
  readonly answer: 'stands' | 'taken back' | null
}

/** One decision with its comment as it is now: what the desk confirms after a page load, with the way back. */
export const openDecision = async (
  { commentStore, queueReader }: Pick<Ports, 'commentStore' | 'queueReader'>,
  actor: Actor,
  { decisionId, answerId }: z.infer<typeof openDecisionInput>,
): Promise<Result<OpenedDecision>> => {
  if (!can(actor, 'open.desk')) return fail('forbidden', 'The desk is open to moderators only.')
  const found = ID_PATTERN.test(decisionId) ? await commentStore.findDecision(decisionId) : null
  const row = found && (await queueReader.card(found.commentId))
  const card = row && presentCard(actor, row)
  const decision = card?.history.find(({ id }) => id === decisionId)
  if (!card || !decision) return fail('not-found', 'There is no such decision.')
  const given = answerId === undefined ? null : await commentStore.find(answerId)
  const isAnswer = given?.comment.parentId === card.commentId
  const answer = isAnswer ? (STUB.has(given.comment.status) ? 'taken back' : 'stands') : null
  return ok({ decision, card, answer })
}
