import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { type UndoneBatch, undoBatch } from './undo-batch'
import { undoDecision } from './undo-decision'
import { UNDO_KEY_MAX, parseUndo } from './undo-key'
import { undoWithAnswer } from './undo-with-answer'

export const undoByKeyInput = z.strictObject({ undo: z.string().max(UNDO_KEY_MAX) })

type Deps = Pick<Ports, 'commentStore' | 'accountStore' | 'clock' | 'ids'>

/** Takes back what one click did, by the key that the click was answered with. */
export const undoByKey = async (
  deps: Deps,
  actor: Actor,
  { undo }: z.infer<typeof undoByKeyInput>,
): Promise<Result<UndoneBatch>> => {
  const target = parseUndo(undo)
  if (target === null) return fail('not-found', 'There is no such decision.')
  if ('batchId' in target) return undoBatch(deps, actor, target)
  const { decisionId, answerId } = target
  if (answerId !== undefined) return undoWithAnswer(deps, actor, { decisionId, answerId })
  const undone = await undoDecision(deps, actor, { decisionId })
  return undone.ok ? ok({ undone: 1, left: 0 }) : undone
}
