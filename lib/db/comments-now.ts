import type { CommentNow } from '../moderation/queue-reader'
import { integer, text, textOrNull } from './cells'
import type { Database } from './database'
import { decisionsOn } from './queue-facts'
import { join, sql } from './sql'

/** Comments as they are now, and who made them so. */
export const commentsNow = async (
  db: Database,
  commentIds: readonly string[],
): Promise<readonly CommentNow[]> => {
  if (commentIds.length === 0) return []
  const [rows, decisions] = await Promise.all([
    db.read(sql`
      SELECT "id", "version", "pendingRevisionId" FROM "comment" WHERE "id" IN (${join([...commentIds])})`),
    decisionsOn(db, commentIds),
  ])
  return rows.map((row) => {
    const commentId = text(row, 'id')
    const last = decisions.get(commentId)?.at(-1)
    const userId = last?.actor.kind === 'user' ? last.actor.userId : null
    return {
      commentId,
      version: integer(row, 'version'),
      waits: textOrNull(row, 'pendingRevisionId') !== null,
      by: last ? { userId, name: last.actorName } : null,
      move: last?.move ?? null,
    }
  })
}
