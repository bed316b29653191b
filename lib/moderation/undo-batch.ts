import { z } from 'zod'
import type { CommentChange } from '../comments/comment-store'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { decisionChange } from './decision-change'
import { undoableDecision } from './undoable'

export const undoBatchInput = z.strictObject({ batchId: z.string().regex(ID_PATTERN) })

/** What came of undoing decisions that were made with one click. */
export interface UndoneBatch {
  readonly undone: number
  /** Comments with which something happened since: they stay as they are. */
  readonly left: number
}

/** Takes back everything one click decided: each comment is again exactly as it was found, by a row of its own. */
export const undoBatch = async (
  deps: Pick<Ports, 'commentStore' | 'clock' | 'ids'>,
  actor: Actor,
  { batchId }: z.infer<typeof undoBatchInput>,
): Promise<Result<UndoneBatch>> => {
  if (!can(actor, 'decide.comment')) return fail('forbidden', 'Only moderators decide about comments.')
  const { commentStore, ids } = deps
  const decisions = (await commentStore.decisionsInBatch(batchId)).filter(({ move }) => move !== 'undo')
  if (decisions.length === 0) return fail('not-found', 'There is no such decision.')
  const commentIds = decisions.map(({ commentId }) => commentId)
  const [records, histories] = await Promise.all([
    commentStore.findAll(commentIds),
    commentStore.decisionsOnAll(commentIds),
  ])
  const byId = new Map(records.map((record) => [record.comment.id, record]))
  const undoId = ids.ordered()
  const changes = decisions.flatMap((decision): readonly CommentChange[] => {
    const { id: undoesId, commentId, revisionId, before } = decision
    const record = byId.get(commentId)
    if (!record || undoableDecision(record, histories.get(commentId) ?? [])?.id !== undoesId) return []
    return [
      decisionChange(deps, record, before, { actor, revisionId, move: 'undo', undoesId, batchId: undoId }),
    ]
  })
  const made = await commentStore.applyAll(changes)
  return made.size === 0
    ? fail('conflict', 'Nothing of this can be undone any more: every comment was decided about since.')
    : ok({ undone: made.size, left: decisions.length - made.size })
}
