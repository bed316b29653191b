import { z } from 'zod'
import type { CommentStatus } from '../comments/comment-status'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { decisionChange } from './decision-change'
import { undoableDecision } from './undoable'
import { whatHappened } from './what-happened'

export const undoDecisionInput = z.strictObject({ decisionId: z.string().regex(ID_PATTERN) })

/**
 * Takes a decision back: the comment is again exactly as the decision found it, by a row of its own. Only while
 * nothing happened since; what did is said instead.
 */
export const undoDecision = async (
  deps: Pick<Ports, 'commentStore' | 'accountStore' | 'clock' | 'ids'>,
  actor: Actor,
  { decisionId }: z.infer<typeof undoDecisionInput>,
): Promise<Result<{ to: CommentStatus }>> => {
  if (!can(actor, 'decide.comment')) return fail('forbidden', 'Only moderators decide about comments.')
  const decision = await deps.commentStore.findDecision(decisionId)
  const record = decision && (await deps.commentStore.find(decision.commentId))
  if (!decision || !record) return fail('not-found', 'There is no such decision.')
  const decisions = await deps.commentStore.decisionsOn(decision.commentId)
  const tooLate = async (): Promise<Result<never>> => {
    const now = (await deps.commentStore.find(decision.commentId)) ?? record
    const since = await deps.commentStore.decisionsOn(decision.commentId)
    return fail('conflict', `This cannot be undone any more. ${await whatHappened(deps, actor, now, since)}`)
  }
  if (undoableDecision(record, decisions)?.id !== decisionId) return tooLate()

  const { revisionId, before } = decision
  const facts = { actor, revisionId, move: 'undo', undoesId: decisionId } as const
  const stored = await deps.commentStore.apply(decisionChange(deps, record, before, facts))
  return stored ? ok({ to: before.status }) : tooLate()
}
