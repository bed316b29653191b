import type { Decision } from '../comments/comment-store'
import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

/** What one click did to many comments. */
export interface BatchView {
  readonly batchId: string
  readonly move: Decision['move']
  readonly comments: number
  /** Nothing of it stands any more. */
  readonly undone: boolean
}

/** The decisions of one click in a line: what the desk confirms after a page load, with the way back. */
export const openBatch = async (
  { commentStore }: Pick<Ports, 'commentStore'>,
  actor: Actor,
  { batchId }: { readonly batchId: string },
): Promise<Result<BatchView>> => {
  if (!can(actor, 'open.desk')) return fail('forbidden', 'The desk is open to moderators only.')
  const decisions = await commentStore.decisionsInBatch(batchId)
  const [last] = decisions
  if (!last) return fail('not-found', 'There is no such decision.')
  const histories = await commentStore.decisionsOnAll(decisions.map(({ commentId }) => commentId))
  const takenBack = new Set([...histories.values()].flat().map(({ undoesId }) => undoesId))
  const undone = decisions.every(({ id }) => takenBack.has(id))
  return ok({ batchId, move: last.move, comments: decisions.length, undone })
}
