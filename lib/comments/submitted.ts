import type { Actor } from '../kernel/actor'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { Comment, CommentRecord } from './comment'
import { VISIBLE } from './comment-status'
import type { ReceiptView } from './comment-view'
import { ownState, repeatReceipt } from './receipt'
import { statusPath } from './status-path'

/** What is answered to whoever posted a comment. */
export interface Submitted {
  readonly receipt: ReceiptView
  /** The secret for the cookie of a commenter who was nobody before; null for everybody else and for a repeat. */
  readonly guestSecret: string | null
  /** Where a guest sees on any device what becomes of it; null for an account, and where nobody is proven. */
  readonly statusPath: string | null
}

type Deps = Pick<Ports, 'secrets'>

const statusPathOf = ({ secrets }: Deps, { id, guestId }: Comment): string | null =>
  guestId === null ? null : statusPath(secrets, id)

/** The answer for a comment that was stored just now. */
export const stored = (deps: Deps, comment: Comment, guestSecret: string | null): Submitted => ({
  receipt: { commentId: comment.id, state: ownState(comment.status), repeat: false },
  guestSecret,
  statusPath: statusPathOf(deps, comment),
})

/**
 * The answer for a comment that was stored before. Whoever shows neither cookie nor key may be a neighbour behind the
 * same address who wrote the same words: what a moderator thought of them is not theirs to know.
 */
export const repeated = (
  deps: Deps,
  record: CommentRecord,
  actor: Actor,
  key: string | undefined,
): Result<Submitted> => {
  const receipt = repeatReceipt(record)
  const isProven = actor.kind !== 'anonymous' || key !== undefined
  const mayKnow = isProven || VISIBLE.has(record.comment.status)
  return ok({
    receipt: mayKnow ? receipt : { ...receipt, state: 'waiting' },
    guestSecret: null,
    statusPath: isProven ? statusPathOf(deps, record.comment) : null,
  })
}
