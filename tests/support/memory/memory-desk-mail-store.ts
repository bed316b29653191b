import type { Instant } from '../../../lib/kernel/clock'
import {
  BETWEEN_MAILS,
  type DeskMailStore,
  type DeskRhythm,
  type DueModerator,
  type MailDecision,
} from '../../../lib/notifications/desk-mail-store'
import { isFace } from './memory-floods'
import type { MemoryTables } from './memory-tables'

export class MemoryDeskMailStore implements DeskMailStore {
  readonly #tables: MemoryTables
  readonly #wishes = new Map<string, DueModerator & { readonly nextAt: Instant }>()
  readonly #links = new Map<string, MailDecision>()

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async rhythmOf(userId: string): Promise<DeskRhythm | null> {
    return this.#wishes.get(userId)?.rhythm ?? null
  }

  async wish(userId: string, rhythm: DeskRhythm | null, now: Instant): Promise<void> {
    const known = this.#wishes.get(userId)
    if (rhythm === null) {
      this.#wishes.delete(userId)
      return
    }
    const nextAt = Math.min(known?.nextAt ?? now, now + BETWEEN_MAILS[rhythm])
    this.#wishes.set(userId, { userId, rhythm, nextAt, toldUntil: known?.toldUntil ?? 0 })
  }

  async lease(now: Instant, leaseMs: number): Promise<DueModerator | null> {
    const [due] = [...this.#wishes.values()]
      .filter(({ nextAt }) => nextAt <= now)
      .sort((a, b) => a.nextAt - b.nextAt || (a.userId < b.userId ? -1 : 1))
    if (!due) return null
    this.#wishes.set(due.userId, { ...due, nextAt: now + leaseMs })
    const { userId, rhythm, toldUntil } = due
    return { userId, rhythm, toldUntil }
  }

  async arrived(
    { since, until }: { readonly since: Instant; readonly until: Instant },
    limit: number,
  ): Promise<readonly string[]> {
    return [...this.#tables.comments.values()]
      .filter((comment) => {
        const at = this.#tables.commentRevisions.get(comment.pendingRevisionId ?? '')?.createdAt
        return at !== undefined && at > since && at <= until && isFace(this.#tables, comment)
      })
      .sort((a, b) => a.queueOrder - b.queueOrder || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id }) => id)
  }

  async told(userId: string, toldUntil: Instant, nextAt: Instant): Promise<void> {
    const wish = this.#wishes.get(userId)
    if (wish) this.#wishes.set(userId, { ...wish, toldUntil, nextAt })
  }

  async keep(links: readonly MailDecision[]): Promise<void> {
    for (const link of links) this.#links.set(link.id, link)
  }

  async find(hash: string): Promise<MailDecision | null> {
    return [...this.#links.values()].find((link) => link.hash === hash) ?? null
  }

  async use(id: string, at: Instant): Promise<boolean> {
    const link = this.#links.get(id)
    if (!link || link.usedAt !== null) return false
    this.#links.set(id, { ...link, usedAt: at })
    return true
  }

  async release(id: string): Promise<void> {
    const link = this.#links.get(id)
    if (link) this.#links.set(id, { ...link, usedAt: null })
  }
}
