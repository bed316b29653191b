import type { Comment } from '../comments/comment'
import { VISIBLE } from '../comments/comment-status'
import type { NewComment } from '../comments/comment-store'
import type { Clock } from '../kernel/clock'
import type { Ids } from '../kernel/ids'
import { Aftermath, lockBranch } from './apply-change'
import {
  insertComment,
  insertDecision,
  insertGuest,
  insertOpinions,
  insertRevision,
} from './comment-statements'
import type { Dialect } from './dialect/dialect'
import { foundFlood } from './flood-statements'
import { storeLearned } from './learned-rows'
import { queueEffects } from './outbox-rows'
import { type SqlRunner, sql } from './sql'
import { insertSubscriptions } from './subscription-rows'
import { keepNumbers } from './thread-counters'
import { commentStands } from './visible'

/** What became of a submission; unless it was stored nothing was written. */
export type Insertion = 'stored' | 'repeat' | 'parent-hidden'

export interface InsertionTools {
  readonly dialect: Dialect
  readonly clock: Clock
  readonly ids: Ids
}

/**
 * Locks the branch against being hidden before this reply is in it. A reply that changes its numbers takes the
 * whole lock at once: two that shared it would wait for each other.
 */
const parentStands = async (
  tx: SqlRunner,
  { locks }: Dialect,
  { status, articleId }: Comment,
  parentId: string,
): Promise<boolean> => {
  await lockBranch(tx, parentId, VISIBLE.has(status) ? locks.change : locks.share)
  const found = await tx.all(sql`
    SELECT 1 FROM "comment" c WHERE c."id" = ${parentId} AND c."articleId" = ${articleId} AND ${commentStands}
      AND c."repliesClosedAt" IS NULL`)
  return found.length > 0
}

/** Everything a new comment brings with it, inside the transaction `tx`. */
export const insertSubmission = async (
  tx: SqlRunner,
  { dialect, clock, ids }: InsertionTools,
  submission: NewComment,
): Promise<Insertion> => {
  const { guest, comment, revision, opinions, decision, effects, desk, subscriptions = [] } = submission
  const known = await tx.all(sql`SELECT 1 FROM "comment" WHERE "submissionKey" = ${comment.submissionKey}`)
  if (known.length > 0) return 'repeat'
  if (comment.parentId !== null && !(await parentStands(tx, dialect, comment, comment.parentId))) {
    return 'parent-hidden'
  }
  if (guest) await tx.run(insertGuest(guest))
  // A visible parent has no hiding ancestor and hides nothing itself, so that the new comment starts at 0.
  await tx.run(insertComment({ ...comment, hiddenAncestors: 0 }, desk))
  await tx.run(insertRevision(revision, desk))
  if (opinions.length > 0) await tx.run(insertOpinions(revision.id, opinions, ids, clock.now()))
  await storeLearned(tx, comment.id, submission, comment.createdAt)
  if (decision) await tx.run(insertDecision(decision))
  await insertSubscriptions(tx, subscriptions)
  await queueEffects(tx, effects, ids, clock.now())
  const place = { ...comment, hiddenAncestors: 0, shownReplies: 0, answered: false }
  await keepNumbers(tx, place, null, comment.status)
  const aftermath = new Aftermath()
  aftermath.desk.move(null, { status: comment.status, waits: comment.pendingRevisionId !== null })
  if (desk?.floodId) {
    await foundFlood(tx, desk.floodId)
    aftermath.floods.add(desk.floodId)
  }
  await aftermath.settle(tx, dialect)
  return 'stored'
}
