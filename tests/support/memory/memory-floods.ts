import type { Comment } from '../../../lib/comments/comment'
import type { MemoryTables } from './memory-tables'

export const floodOf = ({ desk }: MemoryTables, { id }: Pick<Comment, 'id'>): string | null =>
  desk.get(id)?.floodId ?? null

/** In the order of the queue. */
export const waitingInFlood = (tables: MemoryTables, floodId: string): readonly Comment[] =>
  [...tables.comments.values()]
    .filter((comment) => comment.pendingRevisionId !== null && floodOf(tables, comment) === floodId)
    .sort((a, b) => a.queueOrder - b.queueOrder || (a.id < b.id ? -1 : 1))

/** Not folded behind the card of another one. */
export const isFace = (tables: MemoryTables, comment: Comment): boolean => {
  const floodId = floodOf(tables, comment)
  return floodId === null || waitingInFlood(tables, floodId)[0]?.id === comment.id
}
