import { withdrawComment } from '../comments/withdraw-comment'
import type { Actor } from '../kernel/actor'
import { type Result, ok } from '../kernel/result'
import { undoDecision } from './undo-decision'

type Deps = Parameters<typeof undoDecision>[0]

/**
 * Takes back an approval and the answer that was given with it: neither is there any more. The approval comes first: an answer
 * to what cannot be taken back stays. What its author alone may take back stays for everybody else, hidden with what it answers.
 */
export const undoWithAnswer = async (
  deps: Deps,
  actor: Actor,
  { decisionId, answerId }: { readonly decisionId: string; readonly answerId: string },
): Promise<Result<{ readonly undone: number; readonly left: number }>> => {
  const undone = await undoDecision(deps, actor, { decisionId })
  if (!undone.ok) return undone
  const [decision, answer] = await Promise.all([
    deps.commentStore.findDecision(decisionId),
    deps.commentStore.find(answerId),
  ])
  if (!answer || answer.comment.parentId !== decision?.commentId) return ok({ undone: 1, left: 0 })
  const { version } = answer.comment
  const taken = await withdrawComment(deps, actor, { commentId: answerId, version })
  return ok(taken.ok ? { undone: 2, left: 0 } : { undone: 1, left: 1 })
}
