import type { CommentChange } from '../comments/comment-store'
import { integer, textOrNull } from './cells'
import {
  insertDecision,
  insertOpinions,
  insertRevision,
  updateComment,
  updateRevisions,
} from './comment-statements'
import { DeskShift } from './desk-numbers'
import type { Dialect } from './dialect/dialect'
import { lockFlood, refold } from './flood-statements'
import { storeLearned } from './learned-rows'
import { queueEffects } from './outbox-rows'
import { answerReports, reopenReports } from './report-statements'
import { type Sql, type SqlRunner, sql } from './sql'
import type { StoreTools } from './store-tools'
import { changesNumbers, keepNumbers, readPlace } from './thread-counters'

/** What the end of a transaction has to make right for all its changes together. */
export class Aftermath {
  readonly desk = new DeskShift()
  readonly floods = new Set<string>()

  async settle(tx: SqlRunner, dialect: Dialect): Promise<void> {
    for (const flood of [...this.floods].sort()) {
      await lockFlood(tx, flood, dialect)
      await refold(tx, flood)
    }
    await this.desk.store(tx)
  }
}

/**
 * A reply and the hiding of something above it must not pass each other: the reply would be left visible. On
 * PostgreSQL both lock the root of the branch first, as does everything that changes its numbers (SQLite has one
 * writer at a time).
 */
export const lockBranch = async (tx: SqlRunner, commentId: string, lock: Sql): Promise<void> => {
  if (lock.sql === '') return
  await tx.all(sql`
    SELECT 1 FROM "comment" WHERE "id" = (SELECT "rootId" FROM "comment" WHERE "id" = ${commentId}) ${lock}`)
}

const wasUndone = async (tx: SqlRunner, undoesId: string): Promise<boolean> =>
  (await tx.all(sql`SELECT 1 FROM "decision" WHERE "undoesId" = ${undoesId}`)).length > 0

/** Makes one change of a comment, or nothing when somebody was faster. */
export const applyChange = async (
  tx: SqlRunner,
  { db, clock, ids }: StoreTools,
  change: CommentChange,
  aftermath: Aftermath,
): Promise<boolean> => {
  const { commentId, expect, to, revision, opinions = [], desk, decision, effects } = change
  const isCounted = changesNumbers(expect.status, to.status)
  if (isCounted) await lockBranch(tx, commentId, db.dialect.locks.change)
  if (decision?.undoesId && (await wasUndone(tx, decision.undoesId))) return false
  const [before] = await tx.all(sql`
    SELECT "pendingRevisionId", "floodId", "version" FROM "comment" WHERE "id" = ${commentId}`)
  // What was read belongs to the version that is changed, or nothing is.
  if (!before || integer(before, 'version') !== expect.version) return false
  const [written] = await tx.all(updateComment(change))
  if (!written) return false
  if (revision) await tx.run(insertRevision(revision, desk))
  if (revision && opinions.length > 0) await tx.run(insertOpinions(revision.id, opinions, ids, clock.now()))
  if (revision) await storeLearned(tx, commentId, change, revision.createdAt)
  for (const update of updateRevisions(commentId, to.revisions)) await tx.run(update)
  if (decision) await tx.run(insertDecision(decision))
  if (decision?.undoesId) await reopenReports(tx, commentId, decision.undoesId)
  else if (decision) await answerReports(tx, decision, to)
  await queueEffects(tx, effects, ids, clock.now())
  if (isCounted) await keepNumbers(tx, readPlace(written), expect.status, to.status)
  const [waited, waits] = [textOrNull(before, 'pendingRevisionId') !== null, to.pendingRevisionId !== null]
  aftermath.desk.move({ status: expect.status, waits: waited }, { status: to.status, waits })
  for (const flood of [textOrNull(before, 'floodId'), desk?.floodId ?? null]) {
    if (flood !== null) aftermath.floods.add(flood)
  }
  return true
}
