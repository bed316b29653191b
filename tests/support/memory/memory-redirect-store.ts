import type {
  LikelyPiece,
  MissedAddress,
  Redirect,
  RedirectStore,
} from '../../../lib/articles/redirects/redirect-store'
import type { AuditEntry } from '../../../lib/kernel/audit'
import { isPublic } from './memory-public'
import type { MemoryTables } from './memory-tables'

export class MemoryRedirectStore implements RedirectStore {
  readonly #tables: MemoryTables
  readonly #redirects = new Map<string, Redirect>()
  #missed: readonly MissedAddress[] = []

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(path: string): Promise<Redirect | null> {
    return this.#redirects.get(path) ?? null
  }

  async list(limit: number): Promise<readonly Redirect[]> {
    return [...this.#redirects.values()]
      .sort((a, b) => b.createdAt - a.createdAt || (a.path < b.path ? -1 : 1))
      .slice(0, limit)
  }

  async count(): Promise<number> {
    return this.#redirects.size
  }

  async put(redirect: Redirect, audit: AuditEntry): Promise<void> {
    this.#redirects.set(redirect.path, redirect)
    await this.forgetMissed(redirect.path)
    this.#tables.audit.push(audit)
  }

  async remove(path: string, audit: AuditEntry): Promise<boolean> {
    const removed = this.#redirects.delete(path)
    if (removed) this.#tables.audit.push(audit)
    return removed
  }

  async noteMissed(missed: ReadonlyMap<string, number>, at: number, keep: number): Promise<void> {
    const known = new Map(this.#missed.map((each) => [each.path, each]))
    for (const [path, times] of missed)
      known.set(path, { path, times: (known.get(path)?.times ?? 0) + times, lastAt: at })
    this.#missed = [...known.values()]
      .sort((a, b) => b.lastAt - a.lastAt || (a.path < b.path ? -1 : 1))
      .slice(0, keep)
  }

  async missed(limit: number): Promise<readonly MissedAddress[]> {
    return [...this.#missed]
      .sort((a, b) => b.times - a.times || b.lastAt - a.lastAt || (a.path < b.path ? -1 : 1))
      .slice(0, limit)
  }

  async forgetMissed(path: string): Promise<void> {
    this.#missed = this.#missed.filter((each) => each.path !== path)
  }

  async piecesWith(words: readonly string[], now: number, limit: number): Promise<readonly LikelyPiece[]> {
    const former = [...this.#tables.slugHistory]
    return [...this.#tables.articles.values()]
      .filter((article) => isPublic(article, now))
      .sort((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0) || (a.id < b.id ? -1 : 1))
      .flatMap((article) => {
        const earlier = former.filter(([, id]) => id === article.id).map(([slug]) => slug)
        return [article.slug, ...earlier].sort().map((knownAs) => ({ ...article, knownAs }))
      })
      .filter(({ knownAs }) => words.some((word) => knownAs.includes(word)))
      .slice(0, limit)
      .map(({ slug, kind, liveRevisionId, knownAs }) => ({
        ...{ slug, kind, knownAs },
        title: this.#tables.articleRevisions.get(liveRevisionId ?? '')?.title ?? '',
      }))
  }
}
