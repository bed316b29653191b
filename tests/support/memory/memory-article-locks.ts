import type { ArticleLock, ArticleLocks, LockClaim } from '../../../lib/articles/article-locks'
import type { AuditEntry } from '../../../lib/kernel/audit'
import type { MemoryTables } from './memory-tables'

export class MemoryArticleLocks implements ArticleLocks {
  readonly #tables: MemoryTables
  readonly #locks = new Map<string, ArticleLock>()

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(articleId: string): Promise<ArticleLock | null> {
    return this.#locks.get(articleId) ?? null
  }

  async hold(
    claim: LockClaim,
    { silentSince, unansweredSince }: { silentSince: number; unansweredSince: number },
  ): Promise<boolean> {
    const { articleId, holder, userId, name, heardAt } = claim
    const now = this.#locks.get(articleId)
    if (now?.holder === holder && now.userId === userId) {
      this.#locks.set(articleId, { ...now, name, heardAt })
      return true
    }
    const passes =
      !now || now.heardAt <= silentSince || (now.wanted?.by === holder && now.wanted.at <= unansweredSince)
    if (passes) this.#locks.set(articleId, { ...claim, wanted: null })
    return passes
  }

  async want(articleId: string, wish: NonNullable<ArticleLock['wanted']>, audit: AuditEntry): Promise<void> {
    const now = this.#locks.get(articleId)
    if (!now || now.holder === wish.by || now.wanted?.by === wish.by) return
    this.#locks.set(articleId, { ...now, wanted: wish })
    this.#tables.audit.push(audit)
  }

  async leave(articleId: string, holder: string): Promise<void> {
    if (this.#locks.get(articleId)?.holder === holder) this.#locks.delete(articleId)
  }
}
