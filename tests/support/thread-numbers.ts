import { type CommentStatus, HIDING, STUB, VISIBLE } from '../../lib/comments/comment-status'
import { integer, text } from '../../lib/db/cells'
import type { Database } from '../../lib/db/database'
import { type Row, sql } from '../../lib/db/sql'

/** What lib/db/thread-counters.ts keeps of one piece, comments by id. */
export interface ThreadNumbers {
  readonly comments: number
  readonly byId: Readonly<
    Record<string, { shown: number; shownReplies: number; branchSize: number; recommends: number }>
  >
}

export interface Counted {
  readonly id: string
  readonly parentId: string | null
  readonly status: CommentStatus
  readonly recommends?: number
}

/** The reference: the same numbers told by their definition, every one by looking at every comment. */
export const countNumbers = (comments: readonly Counted[]): ThreadNumbers => {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const above = (comment: Counted): Counted[] => {
    const chain: Counted[] = []
    for (let at = byId.get(comment.parentId ?? ''); at; at = byId.get(at.parentId ?? '')) chain.push(at)
    return chain
  }
  const isBare = (comment: Counted): boolean => !above(comment).some(({ status }) => HIDING.has(status))
  const standing = comments.filter((comment) => VISIBLE.has(comment.status) && isBare(comment))
  /** From each approved comment upwards, as far as there are stubs. */
  const local = new Set<string>()
  for (const comment of comments) {
    if (!VISIBLE.has(comment.status)) continue
    local.add(comment.id)
    for (const { id, status } of above(comment)) {
      if (!STUB.has(status)) break
      local.add(id)
    }
  }
  const numbersOf = (comment: Counted) => ({
    shown: Number(local.has(comment.id) && isBare(comment)),
    shownReplies: comments.filter(({ id, parentId }) => parentId === comment.id && local.has(id)).length,
    branchSize:
      comment.parentId === null ? standing.filter((below) => above(below).includes(comment)).length : 0,
    recommends: comment.recommends ?? 0,
  })
  return {
    comments: standing.length,
    byId: Object.fromEntries(comments.map((comment) => [comment.id, numbersOf(comment)])),
  }
}

/** As they are stored. */
export const storedNumbers = async (
  db: Pick<Database, 'read'>,
  articleId: string,
): Promise<ThreadNumbers> => {
  const [thread] = await db.read(sql`SELECT "comments" FROM "thread" WHERE "articleId" = ${articleId}`)
  const rows = await db.read(sql`
    SELECT "id", "shown", "shownReplies", "branchSize", "recommends" FROM "comment" WHERE "articleId" = ${articleId}`)
  const numbersOf = (row: Row) => ({
    shown: integer(row, 'shown'),
    shownReplies: integer(row, 'shownReplies'),
    branchSize: integer(row, 'branchSize'),
    recommends: integer(row, 'recommends'),
  })
  return {
    comments: thread ? integer(thread, 'comments') : 0,
    byId: Object.fromEntries(rows.map((row) => [text(row, 'id'), numbersOf(row)])),
  }
}
