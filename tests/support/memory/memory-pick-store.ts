import type { PickChange, PickStore } from '../../../lib/moderation/pick-store'
import type { MemoryTables } from './memory-tables'

export class MemoryPickStore implements PickStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async set({ commentId, featuredAt, audit, effects }: PickChange): Promise<boolean> {
    const { comments, featured } = this.#tables
    const comment = comments.get(commentId)
    const stands = comment?.status === 'approved' && comment.hiddenAncestors === 0
    if (!stands || featured.has(commentId) === (featuredAt !== null)) return false
    if (featuredAt === null) featured.delete(commentId)
    else featured.set(commentId, featuredAt)
    this.#tables.audit.push(audit)
    this.#tables.queue(effects)
    return true
  }
}
