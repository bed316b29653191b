import type { Measure } from '../../../lib/accounts/measure'
import type { MeasureStore, NewAct } from '../../../lib/accounts/measure-store'
import type { AuditEntry } from '../../../lib/kernel/audit'
import type { Instant } from '../../../lib/kernel/clock'
import { type MemoryTables, byTime } from './memory-tables'

const newestFirst = (a: Measure, b: Measure): number =>
  byTime<Measure>(
    (measure) => measure.createdAt,
    (measure) => measure.id,
  )(b, a)

export class MemoryMeasureStore implements MeasureStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async standing(targetKeys: readonly string[], at: Instant): Promise<readonly Measure[]> {
    return this.#where(
      ({ targetKey, liftedAt, expiresAt }) =>
        targetKeys.includes(targetKey) && liftedAt === null && (expiresAt === null || expiresAt > at),
    )
  }

  async take({ measures, signsOut, audit }: NewAct): Promise<void> {
    for (const measure of measures) this.#tables.measures.set(measure.id, measure)
    const now = this.#tables.clock.now()
    for (const session of this.#tables.sessions.values()) {
      if (session.userId !== signsOut || session.revokedAt !== null) continue
      this.#tables.sessions.set(session.id, { ...session, revokedAt: now })
    }
    this.#tables.audit.push(audit)
  }

  async lift(actId: string, by: string, at: Instant, audit: AuditEntry): Promise<boolean> {
    const lifted = this.#change((measure) => measure.actId === actId && measure.liftedAt === null, {
      liftedAt: at,
      liftedBy: by,
    })
    if (lifted === 0) return false
    this.#tables.audit.push(audit)
    return true
  }

  async act(actId: string): Promise<readonly Measure[]> {
    return this.#where((measure) => measure.actId === actId)
  }

  async about(personKey: string): Promise<readonly Measure[]> {
    return this.#where((measure) => measure.personKey === personKey)
  }

  async markRead(personKey: string, at: Instant): Promise<number> {
    return this.#change(
      ({ targetKey, kind, liftedAt, readAt }) =>
        targetKey === personKey && kind === 'warn' && liftedAt === null && readAt === null,
      { readAt: at },
    )
  }

  async decisionsOf(actId: string): Promise<readonly string[]> {
    return [...(this.#tables.measureDecisions.get(actId) ?? [])].sort()
  }

  async keepDecision(actId: string, decisionId: string): Promise<void> {
    const { measureDecisions } = this.#tables
    measureDecisions.set(actId, [...(measureDecisions.get(actId) ?? []), decisionId])
  }

  #where(is: (measure: Measure) => boolean): readonly Measure[] {
    return [...this.#tables.measures.values()].filter(is).sort(newestFirst).slice(0, 200)
  }

  #change(is: (measure: Measure) => boolean, set: Partial<Measure>): number {
    const changed = this.#where(is)
    for (const measure of changed) this.#tables.measures.set(measure.id, { ...measure, ...set })
    return changed.length
  }
}
