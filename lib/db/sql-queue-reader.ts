import type { Comment } from '../comments/comment'
import type { Instant } from '../kernel/clock'
import type { Cursor } from '../kernel/paging'
import type { QueueReader, QueueRow, QueueTab } from '../moderation/queue-reader'
import { integer } from './cells'
import { readRevisions } from './comment-records'
import { COMMENT_COLUMNS, readComment } from './comment-rows'
import { articlesOf, decisionsOn, opinionsOn, parentsOf, picksAmong, reportsOn } from './queue-facts'
import { type Sql, empty, sql } from './sql'
import type { StoreTools } from './store-tools'
import { commentStands } from './visible'

const toJudge = (c: Comment): string => c.pendingRevisionId ?? c.approvedRevisionId ?? c.latestRevisionId

export class SqlQueueReader implements QueueReader {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async list(tab: QueueTab, after: Cursor | null, limit: number): Promise<readonly QueueRow[]> {
    const rows = await this.#tools.db.read(
      tab === 'waiting'
        ? sql`SELECT ${COMMENT_COLUMNS} FROM "comment" c
            WHERE c."pendingRevisionId" IS NOT NULL ${beyond(sql`(c."queueOrder", c."id") >`, after)}
            ORDER BY c."queueOrder", c."id" LIMIT ${limit + 1}`
        : sql`SELECT ${COMMENT_COLUMNS} FROM "comment" c
            WHERE ${tab === 'reported' ? commentIsReported : sql`c."status" = ${tab}`} ${beyond(sql`(c."createdAt", c."id") <`, after)}
            ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${limit + 1}`,
    )
    return this.#complete(rows.map(readComment))
  }

  async card(commentId: string): Promise<QueueRow | null> {
    const rows = await this.#tools.db.read(sql`
      SELECT ${COMMENT_COLUMNS} FROM "comment" c WHERE c."id" = ${commentId}`)
    const [card] = await this.#complete(rows.map(readComment))
    return card ?? null
  }

  async counts(): Promise<Readonly<Record<QueueTab, number>>> {
    const [row] = await this.#tools.db.read(sql`
      SELECT (SELECT count(*) FROM "comment" WHERE "pendingRevisionId" IS NOT NULL) AS "waiting",
        (SELECT count(*) FROM "comment" c WHERE ${commentIsReported}) AS "reported",
        (SELECT count(*) FROM "comment" WHERE "status" = 'approved') AS "approved",
        (SELECT count(*) FROM "comment" WHERE "status" = 'rejected') AS "rejected",
        (SELECT count(*) FROM "comment" WHERE "status" = 'spam') AS "spam"`)
    const count = (tab: QueueTab): number => (row ? integer(row, tab) : 0)
    return {
      waiting: count('waiting'),
      reported: count('reported'),
      approved: count('approved'),
      rejected: count('rejected'),
      spam: count('spam'),
    }
  }

  /** The literals are those of the partial index that makes this one short walk. */
  async waits(since: Instant, limit: number): Promise<readonly number[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT e."createdAt" - c."createdAt" AS "waited" FROM (
        SELECT "id", "commentId", "userId", "createdAt" FROM "decision"
        WHERE "actorKind" = 'user' AND "fromStatus" = 'pending' AND "createdAt" >= ${since}
        ORDER BY "createdAt" DESC, "id" DESC LIMIT ${limit}) e
      JOIN "comment" c ON c."id" = e."commentId"
      WHERE (c."userId" IS NULL OR c."userId" <> e."userId") AND NOT EXISTS (
        SELECT 1 FROM "decision" f
        WHERE f."commentId" = e."commentId" AND f."id" < e."id" AND f."actorKind" = 'user')`)
    return rows.map((row) => integer(row, 'waited'))
  }

  /** Everything the cards show, in one query per kind of thing, however many cards. */
  async #complete(comments: readonly Comment[]): Promise<readonly QueueRow[]> {
    if (comments.length === 0) return []
    const { db, clock } = this.#tools
    const [revisions, opinions, articles, parents, decisions, reports, picks] = await Promise.all([
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
      if (!revision || !article) return []
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
      }
    })
  }
}

/** The comment `c` stands, and nobody has answered what readers say about it. */
const commentIsReported = sql`(${commentStands}
  AND c."id" IN (SELECT "commentId" FROM "report" WHERE "resolvedAt" IS NULL))`

const beyond = (comparison: Sql, after: Cursor | null): Sql =>
  after ? sql`AND ${comparison} (${after.at}, ${after.id})` : empty
