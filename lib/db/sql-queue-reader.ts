import type { Comment } from '../comments/comment'
import type { Decision, Opinion } from '../comments/comment-store'
import type { Cursor } from '../kernel/paging'
import type { QueueReader, QueueRow, QueueTab } from '../moderation/queue-reader'
import { integer, text, textOrNull } from './cells'
import {
  COMMENT_COLUMNS,
  DECISION_COLUMNS,
  DECISION_TABLES,
  readComment,
  readDecision,
  readOpinion,
} from './comment-rows'
import { readRevisions } from './comment-records'
import { type Row, type Sql, empty, join, sql } from './sql'
import type { StoreTools } from './store-tools'
import { articleIsPublic } from './visible'

type ArticleFacts = QueueRow['article']
type ParentFacts = NonNullable<QueueRow['parent']>
type LoggedDecision = Decision & { readonly actorName: string }

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
            WHERE c."status" = ${tab} ${beyond(sql`(c."createdAt", c."id") <`, after)}
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
        (SELECT count(*) FROM "comment" WHERE "status" = 'approved') AS "approved",
        (SELECT count(*) FROM "comment" WHERE "status" = 'rejected') AS "rejected",
        (SELECT count(*) FROM "comment" WHERE "status" = 'spam') AS "spam"`)
    const count = (tab: QueueTab): number => (row ? integer(row, tab) : 0)
    return {
      waiting: count('waiting'),
      approved: count('approved'),
      rejected: count('rejected'),
      spam: count('spam'),
    }
  }

  /** Everything the cards show, in one query per kind of thing, however many cards. */
  async #complete(comments: readonly Comment[]): Promise<readonly QueueRow[]> {
    if (comments.length === 0) return []
    const [revisions, opinions, articles, parents, decisions] = await Promise.all([
      readRevisions(
        this.#tools.db,
        comments.flatMap((c) => [toJudge(c), c.approvedRevisionId]),
      ),
      this.#opinions(comments.map(toJudge)),
      this.#articles(comments.map((c) => c.articleId)),
      this.#parents(comments.flatMap((c) => c.parentId ?? [])),
      this.#decisions(comments.map((c) => c.id)),
    ])
    return comments.flatMap((comment) => {
      const revision = revisions.get(toJudge(comment))
      const article = articles.get(comment.articleId)
      if (!revision || !article) return []
      const shown = revisions.get(comment.approvedRevisionId ?? '') ?? null
      return {
        comment,
        revision,
        shown: shown?.id === revision.id ? null : shown,
        opinions: opinions.get(revision.id) ?? [],
        article,
        parent: parents.get(comment.parentId ?? '') ?? null,
        decisions: decisions.get(comment.id) ?? [],
      }
    })
  }

  async #opinions(revisionIds: readonly string[]): Promise<ReadonlyMap<string, readonly Opinion[]>> {
    const rows = await this.#tools.db.read(sql`
      SELECT "revisionId", "check", "level", "reason", "evidence" FROM "opinion"
      WHERE "revisionId" IN (${join([...revisionIds])}) ORDER BY "id"`)
    return grouped(rows, 'revisionId', readOpinion)
  }

  async #articles(articleIds: readonly string[]): Promise<ReadonlyMap<string, ArticleFacts>> {
    const rows = await this.#tools.db.read(sql`
      SELECT a."id", a."slug", r."title",
        CASE WHEN ${articleIsPublic(this.#tools.clock.now())} THEN 1 ELSE 0 END AS "isPublic"
      FROM "article" a JOIN "article_revision" r ON r."id" = COALESCE(a."liveRevisionId", a."draftRevisionId")
      WHERE a."id" IN (${join([...new Set(articleIds)])})`)
    return new Map(rows.map(readArticleFacts).map((article) => [article.id, article]))
  }

  async #parents(parentIds: readonly string[]): Promise<ReadonlyMap<string, ParentFacts>> {
    if (parentIds.length === 0) return new Map()
    const rows = await this.#tools.db.read(sql`
      SELECT c."id", c."name", r."body" FROM "comment" c
      JOIN "comment_revision" r ON r."id" = COALESCE(c."approvedRevisionId", c."latestRevisionId")
      WHERE c."id" IN (${join([...new Set(parentIds)])})`)
    return new Map(rows.map(readParentFacts).map((parent) => [parent.id, parent]))
  }

  async #decisions(commentIds: readonly string[]): Promise<ReadonlyMap<string, readonly LoggedDecision[]>> {
    const rows = await this.#tools.db.read(sql`
      SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES}
      WHERE e."commentId" IN (${join([...commentIds])}) ORDER BY e."id"`)
    return grouped(rows, 'commentId', (row) => ({ ...readDecision(row), actorName: actorName(row) }))
  }
}

const beyond = (comparison: Sql, after: Cursor | null): Sql =>
  after ? sql`AND ${comparison} (${after.at}, ${after.id})` : empty

const grouped = <T>(
  rows: readonly Row[],
  key: string,
  read: (row: Row) => T,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(text(row, key))
    if (group) group.push(read(row))
    else groups.set(text(row, key), [read(row)])
  }
  return groups
}

const readArticleFacts = (row: Row): ArticleFacts => ({
  id: text(row, 'id'),
  slug: text(row, 'slug'),
  title: text(row, 'title'),
  isPublic: integer(row, 'isPublic') === 1,
})

const readParentFacts = (row: Row): ParentFacts => ({
  id: text(row, 'id'),
  name: text(row, 'name'),
  body: text(row, 'body'),
})

/** A guest decides on their own comment only: withdrawing it. */
const actorName = (row: Row): string => {
  const user = textOrNull(row, 'userName')
  if (user !== null) return user
  return text(row, 'actorKind') === 'system' ? 'Stet' : text(row, 'authorName')
}
