import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import type { Ports } from '../ports'
import { changedEffects } from './comment-effects'
import { STUB } from './comment-status'
import type { ReceiptView } from './comment-view'
import { stateOf } from './judge'
import { OUT_OF_DATE, ownComment } from './own-comment'
import { ownState, repeatReceipt } from './receipt'
import { withdraw } from './revise'

export const withdrawCommentInput = z.strictObject({
  commentId: z.string().regex(ID_PATTERN),
  version: versionField,
})

/** The author takes a comment back. Where others have answered, a stub keeps their place. */
export const withdrawComment = async (
  deps: Pick<Ports, 'commentStore'>,
  actor: Actor,
  { commentId, version }: z.infer<typeof withdrawCommentInput>,
): Promise<Result<ReceiptView>> => {
  const own = await ownComment(deps, actor, 'withdraw.comment', commentId)
  if (!own.ok) return own
  const { comment } = own.value
  if (STUB.has(comment.status)) return ok(repeatReceipt(own.value))
  if (comment.version !== version) return fail('conflict', OUT_OF_DATE)
  const after = withdraw(own.value)
  if (!after.ok) return after
  const stored = await deps.commentStore.apply({
    commentId,
    expect: { status: comment.status, version, hiddenAncestors: comment.hiddenAncestors },
    to: after.value,
    decision: null,
    effects: changedEffects(comment, stateOf(own.value), after.value),
  })
  return stored
    ? ok({ commentId, state: ownState(after.value.status), repeat: false })
    : fail('conflict', OUT_OF_DATE)
}
