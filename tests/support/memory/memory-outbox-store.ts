import type { Instant } from '../../../lib/kernel/clock'
import { type QueuedEffect, type Reach, TOLD_ELSEWHERE } from '../../../lib/kernel/effect'
import { type LeasedEffect, type OutboxStore, retryDelay } from '../../../lib/outbox/outbox-store'
import type { MemoryTables, OutboxRow } from './memory-tables'

export class MemoryOutboxStore implements OutboxStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async lease(now: Instant, limit: number, leaseMs: number, reach?: Reach): Promise<readonly LeasedEffect[]> {
    const due = [...this.#tables.outbox.values()]
      .filter(({ effect: { kind } }) => !reach || (kind === TOLD_ELSEWHERE) === (reach === 'elsewhere'))
      .filter((row) => row.doneAt === null && row.availableAt <= now && (row.leasedUntil ?? 0) <= now)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit)
    return due.map((row) => {
      row.leasedUntil = now + leaseMs
      row.attempts += 1
      const { id, key, effect, createdAt, attempts } = row
      return { id, key, effect, createdAt, attempts }
    })
  }

  async queue(effects: readonly QueuedEffect[]): Promise<void> {
    this.#tables.queue(effects)
  }

  async done(effectIds: readonly string[], now: Instant): Promise<void> {
    for (const row of this.#rows(effectIds)) row.doneAt = now
  }

  async fail(effectId: string, error: string, now: Instant): Promise<void> {
    for (const row of this.#rows([effectId])) {
      row.availableAt = now + retryDelay(row.attempts)
      row.leasedUntil = null
      row.lastError = error.slice(0, 500)
    }
  }

  async prune(before: Instant): Promise<number> {
    const old = [...this.#tables.outbox.values()].filter(({ doneAt }) => doneAt !== null && doneAt < before)
    for (const row of old) this.#tables.outbox.delete(row.key)
    return old.length
  }

  #rows(effectIds: readonly string[]): readonly OutboxRow[] {
    return [...this.#tables.outbox.values()].filter(
      ({ id, doneAt }) => effectIds.includes(id) && doneAt === null,
    )
  }
}
