import { ROLES } from '../kernel/actor'
import type { AuditEntry } from '../kernel/audit'
import type { ExportStore, ExportedComment, ExportedPerson } from '../transfer/export-store'
import { writeAudit } from './audit-rows'
import { integer, integerOrNull, oneOf, text, textOrNull } from './cells'
import { isOnComment } from './comment-rows'
import { type Row, type Sql, join, sql } from './sql'
import type { StoreTools } from './store-tools'

/** Rows by the comment they belong to. */
const byComment = (rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> => {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const id = text(row, 'commentId')
    const others = found.get(id)
    if (others) others.push(row)
    else found.set(id, [row])
  }
  return found
}

/** Of these comments, each one's in the order they were made: by way of the comment, as all that was decided is found. */
export const decisionsOn = (ids: Sql): Sql => sql`
  SELECT e."id", e."commentId", e."revisionId", e."userId", e."move", e."fromStatus", e."toStatus", e."reason",
    e."note", e."createdAt"
  FROM "comment" c JOIN "decision" e ON ${isOnComment}
  WHERE c."id" IN (${ids}) ORDER BY c."id", e."id"`

export class SqlExportStore implements ExportStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async pieceIds(after: string, limit: number): Promise<readonly string[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT "id" FROM "article" WHERE "id" > ${after} ORDER BY "id" LIMIT ${limit}`)
    return rows.map((row) => text(row, 'id'))
  }

  async comments(after: string, limit: number): Promise<readonly ExportedComment[]> {
    const { db } = this.#tools
    const rows = await db.read(sql`
      SELECT "id", "articleId", "parentId", "status", "userId", "guestId", "name", "email", "byStaff", "createdAt",
        "editedAt", "approvedRevisionId"
      FROM "comment" WHERE "id" > ${after} ORDER BY "id" LIMIT ${limit}`)
    if (rows.length === 0) return []
    const ids = join(rows.map((row) => text(row, 'id')))
    const [revisions, decisions] = await Promise.all([
      db.read(sql`
        SELECT "id", "commentId", "number", "state", "body", "createdAt" FROM "comment_revision"
        WHERE "commentId" IN (${ids}) ORDER BY "commentId", "number"`),
      db.read(decisionsOn(ids)),
    ])
    const [textsOf, decidedOf] = [byComment(revisions), byComment(decisions)]
    return rows.map((row) => {
      const id = text(row, 'id')
      return readComment(row, textsOf.get(id) ?? [], decidedOf.get(id) ?? [])
    })
  }

  async people(after: string, limit: number): Promise<readonly ExportedPerson[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT "id", "name", "email", "slug", "role", "bio", "disabledAt", "createdAt" FROM "user"
      WHERE "id" > ${after} ORDER BY "id" LIMIT ${limit}`)
    return rows.map((row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      email: text(row, 'email'),
      slug: text(row, 'slug'),
      role: oneOf(row, 'role', ROLES),
      bio: text(row, 'bio'),
      disabledAt: integerOrNull(row, 'disabledAt'),
      createdAt: integer(row, 'createdAt'),
    }))
  }

  async note(audit: AuditEntry): Promise<void> {
    const { db, ids, clock } = this.#tools
    await db.transaction((tx) => writeAudit(tx, audit, ids, clock.now()))
  }
}

const readComment = (row: Row, revisions: readonly Row[], decisions: readonly Row[]): ExportedComment => ({
  id: text(row, 'id'),
  articleId: text(row, 'articleId'),
  parentId: textOrNull(row, 'parentId'),
  status: text(row, 'status'),
  userId: textOrNull(row, 'userId'),
  guestId: textOrNull(row, 'guestId'),
  name: text(row, 'name'),
  email: text(row, 'email'),
  byStaff: integer(row, 'byStaff') === 1,
  createdAt: integer(row, 'createdAt'),
  editedAt: integerOrNull(row, 'editedAt'),
  approvedRevisionId: textOrNull(row, 'approvedRevisionId'),
  revisions: revisions.map((revision) => ({
    id: text(revision, 'id'),
    number: integer(revision, 'number'),
    state: text(revision, 'state'),
    body: text(revision, 'body'),
    createdAt: integer(revision, 'createdAt'),
  })),
  decisions: decisions.map((decision) => ({
    id: text(decision, 'id'),
    revisionId: text(decision, 'revisionId'),
    userId: textOrNull(decision, 'userId'),
    move: text(decision, 'move'),
    from: text(decision, 'fromStatus'),
    to: text(decision, 'toStatus'),
    reason: textOrNull(decision, 'reason'),
    note: textOrNull(decision, 'note'),
    createdAt: integer(decision, 'createdAt'),
  })),
})
