import { z } from 'zod'
import type { Cursor } from '../kernel/paging'
import type { LogEntry, LogQuestion, LogReader, LoggedMeasure } from '../moderation/log-reader'
import { integer, text, textOrNull } from './cells'
import { readRevisions } from './comment-records'
import { COMMENT_COLUMNS, DECISION_COLUMNS, DECISION_TABLES, readComment, readDecision } from './comment-rows'
import { actorName, articlesOf, decisionsOn } from './queue-facts'
import { type Row, type Sql, empty, join, sql } from './sql'
import type { StoreTools } from './store-tools'

const SYSTEM_NAME = 'Stet'

export class SqlLogReader implements LogReader {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async list(question: LogQuestion, after: Cursor | null, limit: number): Promise<readonly LogEntry[]> {
    const { move, articleId } = question
    const [decisions, measures] = await Promise.all([
      move === 'measure' ? [] : this.#decisions(question, after, limit + 1),
      (move !== null && move !== 'measure') || articleId !== null
        ? []
        : this.#measures(question, after, limit + 1),
    ])
    return [...decisions, ...measures]
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      .slice(0, limit + 1)
  }

  async batchSizes(batchIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (batchIds.length === 0) return new Map()
    const rows = await this.#tools.db.read(sql`
      SELECT "batchId", count(*) AS "n" FROM "decision"
      WHERE "batchId" IS NOT NULL AND "batchId" IN (${join([...batchIds])}) GROUP BY "batchId"`)
    return new Map(rows.map((row) => [text(row, 'batchId'), integer(row, 'n')]))
  }

  async #decisions(q: LogQuestion, after: Cursor | null, limit: number): Promise<readonly LogEntry[]> {
    const { db, clock } = this.#tools
    const rows = await db.read(sql`
      SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES}
      WHERE ${between(sql`e."createdAt"`, sql`e."id"`, q, after)}
        ${q.move === null ? empty : sql`AND e."move" = ${q.move}`}
        ${q.who === null ? empty : q.who === 'stet' ? sql`AND e."actorKind" = 'system'` : sql`AND e."userId" = ${q.who}`}
        ${q.reason === null ? empty : sql`AND ${db.dialect.contains(sql`e."reason"`, q.reason)}`}
        ${q.articleId === null ? empty : sql`AND c."articleId" = ${q.articleId}`}
      ORDER BY e."createdAt" DESC, e."id" DESC LIMIT ${limit}`)
    if (rows.length === 0) return []
    const ids = [...new Set(rows.map((row) => text(row, 'commentId')))]
    const comments = (
      await db.read(sql`SELECT ${COMMENT_COLUMNS} FROM "comment" c WHERE c."id" IN (${join(ids)})`)
    ).map(readComment)
    const byId = new Map(comments.map((comment) => [comment.id, comment]))
    const [revisions, articles, all] = await Promise.all([
      readRevisions(
        db,
        rows.map((row) => text(row, 'revisionId')),
      ),
      articlesOf(
        db,
        comments.map((comment) => comment.articleId),
        clock.now(),
      ),
      decisionsOn(db, ids),
    ])
    return rows.flatMap((row) => {
      const decision = { ...readDecision(row), actorName: actorName(row) }
      const comment = byId.get(decision.commentId)
      const article = comment && articles.get(comment.articleId)
      if (!comment || !article) return []
      return {
        kind: 'decision' as const,
        ...{ id: decision.id, at: decision.createdAt, decision, comment, article },
        body: revisions.get(decision.revisionId)?.body ?? '',
        all: all.get(comment.id) ?? [],
      }
    })
  }

  async #measures(q: LogQuestion, after: Cursor | null, limit: number): Promise<readonly LogEntry[]> {
    const { db } = this.#tools
    const rows = await db.read(sql`
      SELECT a."id", a."createdAt", a."action", a."subject", a."detail", u."name" AS "actorName"
      FROM "audit" a LEFT JOIN "user" u ON u."id" = a."actorId"
      WHERE a."action" IN ('take.measure', 'lift.measure')
        AND ${between(sql`a."createdAt"`, sql`a."id"`, q, after)}
        ${q.who === null ? empty : sql`AND a."actorId" = ${q.who}`}
        ${q.reason === null ? empty : sql`AND ${db.dialect.contains(sql`a."detail"`, JSON.stringify(q.reason).slice(1, -1))}`}
      ORDER BY a."createdAt" DESC, a."id" DESC LIMIT ${limit}`)
    const entries = rows.map(readLogged)
    if (entries.length === 0) return []
    const standing = await db.read(sql`
      SELECT DISTINCT "actId" FROM "measure"
      WHERE "actId" IN (${join(entries.map(({ actId }) => actId))}) AND "liftedAt" IS NULL`)
    const stands = new Set(standing.map((row) => text(row, 'actId')))
    return entries.map((entry) => ({ ...entry, stands: stands.has(entry.actId) }))
  }
}

const between = (at: Sql, id: Sql, { from, until }: LogQuestion, after: Cursor | null): Sql => sql`
  ${at} >= ${from ?? 0} AND ${at} < ${until ?? Number.MAX_SAFE_INTEGER}
  ${after ? sql`AND (${at}, ${id}) < (${after.at}, ${after.id})` : empty}`

const detail = z.object({ act: z.string(), kind: z.string(), name: z.string(), reason: z.string() })

const readLogged = (row: Row): LoggedMeasure => {
  const { act, kind, name, reason } = detail.parse(JSON.parse(text(row, 'detail')))
  return {
    kind: 'measure',
    id: text(row, 'id'),
    at: integer(row, 'createdAt'),
    actorName: textOrNull(row, 'actorName') ?? SYSTEM_NAME,
    what: text(row, 'action') === 'take.measure' ? 'taken' : 'lifted',
    personKey: text(row, 'subject').replace(/^person:/, ''),
    personName: name,
    actId: act,
    measure: kind,
    reason,
    stands: false,
  }
}
