import type { NewRecommendation, Recommendation, RecommendStore } from '../../../lib/comments/recommend-store'
import type { MemoryTables } from './memory-tables'

export class MemoryRecommendStore implements RecommendStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async give({
    commentId,
    readerKey,
    guest,
    createdAt,
    effects,
  }: NewRecommendation): ReturnType<RecommendStore['give']> {
    if (guest) this.#tables.guests.set(guest.id, guest)
    const readers = this.#readers(commentId)
    if (!readers.has(readerKey)) this.#tables.queue(effects)
    if (!readers.has(readerKey)) readers.set(readerKey, createdAt)
    return readers.size
  }

  async take({
    commentId,
    readerKey,
    effects,
  }: Parameters<RecommendStore['take']>[0]): ReturnType<RecommendStore['take']> {
    const readers = this.#readers(commentId)
    if (readers.delete(readerKey)) this.#tables.queue(effects)
    return readers.size
  }

  async has({ commentId, readerKey }: Recommendation): Promise<boolean> {
    return this.#readers(commentId).has(readerKey)
  }

  async recommendedBy(readerKey: string, articleId: string): Promise<readonly string[]> {
    return [...this.#tables.comments.values()]
      .filter(({ status, hiddenAncestors }) => status === 'approved' && hiddenAncestors === 0)
      .filter(({ id, ...comment }) => comment.articleId === articleId && this.#readers(id).has(readerKey))
      .map(({ id }) => id)
  }

  #readers(commentId: string): NonNullable<ReturnType<MemoryTables['recommends']['get']>> {
    const readers = this.#tables.recommends.get(commentId) ?? new Map()
    this.#tables.recommends.set(commentId, readers)
    return readers
  }
}
