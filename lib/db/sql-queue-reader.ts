import type { Comment } from '../comments/comment'
import { COMMENT_STATUSES } from '../comments/comment-status'
import type { Instant } from '../kernel/clock'
import type { Cursor } from '../kernel/paging'
import type { QueueQuestion, QueueTab } from '../moderation/queue-question'
import type { CommentAbove, CommentNow, QueuePage, QueueReader, QueueRow } from '../moderation/queue-reader'
import { integer, text, textOrNull } from './cells'
import { readRevisions } from './comment-records'
import { COMMENT_COLUMNS, readComment } from './comment-rows'
import { commentsAbove } from './comments-above'
import { commentsNow } from './comments-now'
import { readDeskNumbers } from './desk-numbers'
import { readShifts } from './desk-rows'
import { indexLanguages } from './index-languages'
import {
  articlesOf,
  decisionsOn,
  floodsAmong,
  opinionsOn,
  parentsOf,
  picksAmong,
  reportsOn,
} from './queue-facts'
import { commentIsReported, walkQueue } from './queue-walk'
import { type Row, join, sql } from './sql'
import type { StoreTools } from './store-tools'

const toJudge = (c: Comment): string => c.pendingRevisionId ?? c.approvedRevisionId ?? c.latestRevisionId

export class SqlQueueReader implements QueueReader {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async list(question: QueueQuestion): Promise<QueuePage> {
    const { db } = this.#tools
    const { places, next } = await walkQueue(db, question)
    if (places.length === 0) return { rows: [], next }
    const rows = await db.read(sql`
      SELECT ${COMMENT_COLUMNS}, ${DESK_COLUMNS} FROM "comment" c
      WHERE c."id" IN (${join(places.map(({ id }) => id))})`)
    const found = new Map(rows.map((row) => [text(row, 'id'), row]))
    return { rows: await this.#complete(rowsIn(places, found)), next }
  }

  find(question: QueueQuestion): ReturnType<QueueReader['find']> {
    return walkQueue(this.#tools.db, question)
  }

  /** The literals are those of the partial index. */
  async likelyGood(upTo: number, limit: number): Promise<readonly QueueRow[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT ${COMMENT_COLUMNS}, ${DESK_COLUMNS} FROM "comment" c
      WHERE c."pendingRevisionId" IS NOT NULL AND c."folded" IS NULL AND c."spamScore" IS NOT NULL
        AND c."spamScore" <= ${upTo}
      ORDER BY c."spamScore", c."queueOrder", c."id" LIMIT ${limit}`)
    return this.#complete(rows)
  }

  async waitingInFlood(floodId: string, until: Instant, limit: number): Promise<readonly string[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT "id" FROM "comment" WHERE "floodId" = ${floodId} AND "pendingRevisionId" IS NOT NULL AND "createdAt" < ${until}
      ORDER BY "queueOrder", "id" LIMIT ${limit}`)
    return rows.map((row) => text(row, 'id'))
  }

  async foldedBehind(
    commentIds: readonly string[],
    until: Instant,
    limit: number,
  ): Promise<readonly string[]> {
    if (commentIds.length === 0) return []
    const { db } = this.#tools
    const cards = db.dialect.elements(JSON.stringify(commentIds.map((id) => [id])))
    const rows = await db.read(sql`
      SELECT c."id" FROM (
        SELECT "floodId" FROM "comment"
        WHERE "id" IN (SELECT j.value ->> 0 FROM ${cards}) AND "folded" IS NULL AND "floodId" IS NOT NULL) f
      JOIN "comment" c ON c."floodId" = f."floodId" AND c."pendingRevisionId" IS NOT NULL AND c."folded" = 1
      WHERE c."createdAt" < ${until}
      ORDER BY c."queueOrder", c."id" LIMIT ${limit}`)
    return rows.map((row) => text(row, 'id'))
  }

  languages(): Promise<readonly string[]> {
    return indexLanguages(this.#tools.db, 'desk')
  }

  now(commentIds: readonly string[]): Promise<readonly CommentNow[]> {
    return commentsNow(this.#tools.db, commentIds)
  }

  above(commentId: string, most: number): Promise<readonly CommentAbove[]> {
    return commentsAbove(this.#tools.db, commentId, most)
  }

  async card(commentId: string): Promise<QueueRow | null> {
    const rows = await this.#tools.db.read(sql`
      SELECT ${COMMENT_COLUMNS}, ${DESK_COLUMNS} FROM "comment" c WHERE c."id" = ${commentId}`)
    const [card] = await this.#complete(rows)
    return card ?? null
  }

  async counts(): Promise<Readonly<Record<QueueTab, number>>> {
    const { db } = this.#tools
    const [numbers, [row]] = await Promise.all([
      readDeskNumbers(db),
      db.read(sql`SELECT count(*) AS "n" FROM "comment" c WHERE ${commentIsReported}`),
    ])
    const { waiting, spam, approved, rejected } = numbers
    const all = COMMENT_STATUSES.reduce((sum, status) => sum + numbers[status], 0)
    return { waiting, reported: row ? integer(row, 'n') : 0, spam, approved, rejected, all }
  }

  /** The literals are those of the partial index that makes this one short walk. */
  async waits(since: Instant, limit: number): Promise<readonly number[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT e."createdAt" - c."createdAt" AS "waited" FROM (
        SELECT "id", "commentId", "commentAt", "userId", "createdAt" FROM "decision"
        WHERE "actorKind" = 'user' AND "fromStatus" = 'pending' AND "createdAt" >= ${since}
        ORDER BY "createdAt" DESC, "id" DESC LIMIT ${limit}) e
      JOIN "comment" c ON c."id" = e."commentId"
      WHERE (c."userId" IS NULL OR c."userId" <> e."userId") AND NOT EXISTS (
        SELECT 1 FROM "decision" f
        WHERE f."commentAt" = e."commentAt" AND f."commentId" = e."commentId" AND f."id" < e."id" AND f."actorKind" = 'user')`)
    return rows.map((row) => integer(row, 'waited'))
  }

  /** Everything the cards show, in one query per kind of thing, however many cards. */
  async #complete(rows: readonly Row[]): Promise<readonly QueueRow[]> {
    if (rows.length === 0) return []
    const comments = rows.map(readComment)
    const desks = new Map(rows.map((row) => [text(row, 'id'), readDesk(row)]))
    const { db, clock } = this.#tools
    const [floods, revisions, opinions, articles, parents, decisions, reports, picks] = await Promise.all([
      floodsAmong(
        db,
        [...desks.values()].flatMap(({ floodId }) => floodId ?? []),
      ),
      readRevisions(
        db,
        comments.flatMap((c) => [toJudge(c), c.approvedRevisionId]),
      ),
      opinionsOn(db, comments.map(toJudge)),
      articlesOf(
        db,
        comments.map((c) => c.articleId),
        clock.now(),
      ),
      parentsOf(
        db,
        comments.flatMap((c) => c.parentId ?? []),
      ),
      decisionsOn(
        db,
        comments.map((c) => c.id),
      ),
      reportsOn(
        db,
        comments.map((c) => c.id),
      ),
      picksAmong(
        db,
        comments.map((c) => c.id),
      ),
    ])
    return comments.flatMap((comment) => {
      const revision = revisions.get(toJudge(comment))
      const article = articles.get(comment.articleId)
      const desk = desks.get(comment.id)
      if (!revision || !article || !desk) return []
      const shown = revisions.get(comment.approvedRevisionId ?? '') ?? null
      return {
        comment,
        revision,
        picked: picks.has(comment.id),
        shown: shown?.id === revision.id ? null : shown,
        opinions: opinions.get(revision.id) ?? [],
        article,
        parent: parents.get(comment.parentId ?? '') ?? null,
        decisions: decisions.get(comment.id) ?? [],
        reports: reports.get(comment.id) ?? [],
        queueWhy: desk.queueWhy,
        flood: comment.pendingRevisionId === null ? null : (floods.get(desk.floodId ?? '') ?? null),
        repliesClosed: desk.repliesClosed,
      }
    })
  }
}

const DESK_COLUMNS = sql`c."queueWhy", c."floodId", c."repliesClosedAt"`

const readDesk = (row: Row) => ({
  queueWhy: readShifts(row),
  floodId: textOrNull(row, 'floodId'),
  repliesClosed: row.repliesClosedAt !== null,
})

const rowsIn = (places: readonly Cursor[], found: ReadonlyMap<string, Row>): readonly Row[] =>
  places.map(({ id }) => found.get(id)).filter((row) => row !== undefined)
