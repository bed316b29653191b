import type { Comment, CommentRecord } from '../comments/comment'
import { type CommentStatus, VISIBLE } from '../comments/comment-status'
import type { CommentChange, CommentStore, Decision, NewComment } from '../comments/comment-store'
import type { Instant } from '../kernel/clock'
import { integer } from './cells'
import { COMMENT_COLUMNS, DECISION_COLUMNS, DECISION_TABLES, readComment, readDecision } from './comment-rows'
import {
  insertComment,
  insertDecision,
  insertGuest,
  insertOpinions,
  insertRevision,
  updateComment,
  updateRevisions,
} from './comment-statements'
import { readRecords } from './comment-records'
import { storeLearned } from './learned-rows'
import { queueEffects } from './outbox-rows'
import { answerReports, reopenReports } from './report-statements'
import { type Sql, type SqlRunner, join, sql } from './sql'
import type { StoreTools } from './store-tools'
import { insertSubscriptions } from './subscription-rows'
import { changesNumbers, keepNumbers, readPlace } from './thread-counters'
import { commentStands } from './visible'

const SAME_TEXT_MAX = 20

export class SqlCommentStore implements CommentStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async insert(submission: NewComment): ReturnType<CommentStore['insert']> {
    const { db } = this.#tools
    const { submissionKey } = submission.comment
    try {
      const outcome = await db.transaction((tx) => this.#insert(tx, submission))
      if (outcome !== 'repeat') return { kind: outcome }
    } catch (error) {
      // Two copies at once: the unique key let one through, and this is the other.
      if (!db.dialect.isUniqueViolation(error)) throw error
      if ((await this.findBySubmissionKeys([submissionKey])).length === 0) throw error
    }
    const [record] = await this.findBySubmissionKeys([submissionKey])
    if (!record) throw new Error('A repeated comment has vanished.')
    return { kind: 'repeat', record }
  }

  async find(commentId: string): Promise<CommentRecord | null> {
    const [record] = await this.#where(sql`c."id" = ${commentId}`)
    return record ?? null
  }

  async findBySubmissionKeys(keys: readonly string[]): Promise<readonly CommentRecord[]> {
    const records = await this.#where(sql`c."submissionKey" IN (${join([...keys])})`)
    return keys.flatMap((key) => records.find(({ comment }) => comment.submissionKey === key) ?? [])
  }

  async apply(change: CommentChange): Promise<boolean> {
    const { db } = this.#tools
    try {
      return await db.transaction((tx) => this.#apply(tx, change))
    } catch (error) {
      // The decision was undone in the same moment: its undoesId is unique.
      if (change.decision?.undoesId && db.dialect.isUniqueViolation(error)) return false
      throw error
    }
  }

  async findDecision(decisionId: string): Promise<Decision | null> {
    const [row] = await this.#tools.db.read(sql`
      SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES} WHERE e."id" = ${decisionId}`)
    return row ? readDecision(row) : null
  }

  async decisionsOn(commentId: string): Promise<readonly Decision[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES} WHERE e."commentId" = ${commentId} ORDER BY e."id"`)
    return rows.map(readDecision)
  }

  async sameText(fingerprint: string, since: Instant): Promise<readonly CommentRecord[]> {
    const same = sql`"fingerprint" = ${fingerprint} AND "createdAt" >= ${since}`
    // Hardly any text was written before, and grouping nothing still costs thirty times the look into the index.
    const some = await this.#tools.db.read(sql`SELECT 1 FROM "comment_revision" WHERE ${same} LIMIT 1`)
    if (some.length === 0) return []
    const rows = await this.#tools.db.read(sql`
      SELECT ${COMMENT_COLUMNS} FROM "comment" c JOIN (
        SELECT "commentId", max("createdAt") AS "seenAt", max("id") AS "seenId" FROM "comment_revision"
        WHERE ${same}
        GROUP BY "commentId") s ON s."commentId" = c."id"
      ORDER BY s."seenAt" DESC, s."seenId" DESC LIMIT ${SAME_TEXT_MAX}`)
    return readRecords(this.#tools.db, rows.map(readComment))
  }

  async countByAuthor(
    author: { guestId: string } | { userId: string },
    status: CommentStatus,
  ): Promise<number> {
    // `|| ''`: an author's few comments are looked through, not the index over everything that is approved.
    const isAuthor =
      'guestId' in author ? sql`"guestId" = ${author.guestId}` : sql`"userId" = ${author.userId}`
    const [row] = await this.#tools.db.read(sql`
      SELECT count(*) AS "n" FROM "comment" WHERE ${isAuthor} AND ("status" || '') = ${status}`)
    return row ? integer(row, 'n') : 0
  }

  async #where(condition: Sql): Promise<readonly CommentRecord[]> {
    const rows = await this.#tools.db.read(sql`SELECT ${COMMENT_COLUMNS} FROM "comment" c WHERE ${condition}`)
    return readRecords(this.#tools.db, rows.map(readComment))
  }

  async #insert(tx: SqlRunner, submission: NewComment): Promise<'stored' | 'repeat' | 'parent-hidden'> {
    const { clock, ids } = this.#tools
    const { guest, comment, revision, opinions, decision, effects, subscriptions = [] } = submission
    const known = await tx.all(sql`SELECT 1 FROM "comment" WHERE "submissionKey" = ${comment.submissionKey}`)
    if (known.length > 0) return 'repeat'
    if (comment.parentId !== null && !(await this.#parentStands(tx, comment, comment.parentId))) {
      return 'parent-hidden'
    }
    if (guest) await tx.run(insertGuest(guest))
    // A visible parent has no hiding ancestor and hides nothing itself, so that the new comment starts at 0.
    await tx.run(insertComment({ ...comment, hiddenAncestors: 0 }))
    await tx.run(insertRevision(revision))
    if (opinions.length > 0) await tx.run(insertOpinions(revision.id, opinions, ids, clock.now()))
    await storeLearned(tx, comment.id, submission, comment.createdAt)
    if (decision) await tx.run(insertDecision(decision))
    await insertSubscriptions(tx, subscriptions)
    await queueEffects(tx, effects, ids, clock.now())
    const place = { ...comment, hiddenAncestors: 0, shownReplies: 0, answered: false }
    await keepNumbers(tx, place, null, comment.status)
    return 'stored'
  }

  /**
   * Locks the branch against being hidden before this reply is in it. A reply that changes its numbers takes the
   * whole lock at once: two that shared it would wait for each other.
   */
  async #parentStands(tx: SqlRunner, { status, articleId }: Comment, parentId: string): Promise<boolean> {
    const { locks } = this.#tools.db.dialect
    await this.#lockBranch(tx, parentId, VISIBLE.has(status) ? locks.change : locks.share)
    const found = await tx.all(sql`
      SELECT 1 FROM "comment" c WHERE c."id" = ${parentId} AND c."articleId" = ${articleId} AND ${commentStands}`)
    return found.length > 0
  }

  async #apply(tx: SqlRunner, change: CommentChange): Promise<boolean> {
    const { db, clock, ids } = this.#tools
    const { commentId, expect, to, revision, opinions = [], decision, effects } = change
    const isCounted = changesNumbers(expect.status, to.status)
    if (isCounted) await this.#lockBranch(tx, commentId, db.dialect.locks.change)
    if (decision?.undoesId) {
      const undone = await tx.all(sql`SELECT 1 FROM "decision" WHERE "undoesId" = ${decision.undoesId}`)
      if (undone.length > 0) return false
    }
    const [written] = await tx.all(updateComment(change))
    if (!written) return false
    if (revision) await tx.run(insertRevision(revision))
    if (revision && opinions.length > 0) await tx.run(insertOpinions(revision.id, opinions, ids, clock.now()))
    if (revision) await storeLearned(tx, commentId, change, revision.createdAt)
    for (const update of updateRevisions(commentId, to.revisions)) await tx.run(update)
    if (decision) await tx.run(insertDecision(decision))
    if (decision?.undoesId) await reopenReports(tx, commentId, decision.undoesId)
    else if (decision) await answerReports(tx, decision, to)
    await queueEffects(tx, effects, ids, clock.now())
    if (isCounted) await keepNumbers(tx, readPlace(written), expect.status, to.status)
    return true
  }

  /**
   * A reply and the hiding of something above it must not pass each other: the reply would be left visible. On
   * PostgreSQL both lock the root of the branch first, as does everything that changes its numbers (SQLite has one
   * writer at a time).
   */
  async #lockBranch(tx: SqlRunner, commentId: string, lock: Sql): Promise<void> {
    if (lock.sql === '') return
    await tx.all(sql`
      SELECT 1 FROM "comment" WHERE "id" = (SELECT "rootId" FROM "comment" WHERE "id" = ${commentId}) ${lock}`)
  }
}
