import type { Comment, CommentRecord, CommentRevision } from '../comments/comment'
import { readRevision } from './comment-rows'
import type { Database } from './database'
import { sql } from './sql'

/** Revisions by id. */
export const readRevisions = async (
  db: Database,
  ids: Iterable<string | null>,
): Promise<ReadonlyMap<string, CommentRevision>> => {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  // One statement however many: of a list of its own length for each number a thousand would be prepared.
  const list = db.dialect.elements(JSON.stringify(wanted.map((id) => [id])))
  const rows = await db.read(sql`
    SELECT "id", "commentId", "number", "state", "body", "fingerprint", "createdAt"
    FROM "comment_revision" WHERE "id" IN (SELECT j.value ->> 0 FROM ${list})`)
  return new Map(rows.map(readRevision).map((revision) => [revision.id, revision]))
}

/** Each comment with its latest, pending and approved revision. */
export const readRecords = async (
  db: Database,
  comments: readonly Comment[],
): Promise<readonly CommentRecord[]> => {
  if (comments.length === 0) return []
  const idsOf = (c: Comment) => [c.latestRevisionId, c.pendingRevisionId, c.approvedRevisionId]
  const revisions = await readRevisions(db, comments.flatMap(idsOf))
  return comments.map((comment) => ({
    comment,
    revisions: [...new Set(idsOf(comment))]
      .flatMap((id) => (id === null ? [] : (revisions.get(id) ?? [])))
      .sort((a, b) => a.number - b.number),
  }))
}
