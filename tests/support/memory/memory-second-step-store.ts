import type { SecondStep, SecondStepStore } from '../../../lib/accounts/second-step/second-step-store'
import type { AuditEntry } from '../../../lib/kernel/audit'
import type { Instant } from '../../../lib/kernel/clock'
import type { MemoryTables } from './memory-tables'

export class MemorySecondStepStore implements SecondStepStore {
  readonly #tables: MemoryTables
  readonly #steps = new Map<string, SecondStep & { readonly lastStep: number }>()
  /** User id by hash; what was used is gone. */
  readonly #codes = new Map<string, string>()
  readonly #tickets = new Set<string>()

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(userId: string): Promise<SecondStep | null> {
    const found = this.#steps.get(userId)
    if (!found) return null
    const { lastStep: _, ...step } = found
    return step
  }

  async begin(step: Parameters<SecondStepStore['begin']>[0]): Promise<boolean> {
    if (this.#isConfirmed(step.userId)) return false
    this.#steps.set(step.userId, { ...step, confirmedAt: null, lastStep: 0 })
    return true
  }

  async confirm(
    { userId, sealed }: Parameters<SecondStepStore['confirm']>[0],
    { step, codes, at, here }: Parameters<SecondStepStore['confirm']>[1],
    audit: AuditEntry,
  ): Promise<boolean> {
    const begun = this.#steps.get(userId)
    if (!begun || begun.confirmedAt !== null || begun.sealed !== sealed) return false
    this.#steps.set(userId, { ...begun, confirmedAt: at, lastStep: step })
    for (const hash of codes) this.#codes.set(hash, userId)
    this.#tables.endSessions(userId, at, here)
    this.#tables.audit.push(audit)
    return true
  }

  async useStep(userId: string, step: number): Promise<boolean> {
    const found = this.#steps.get(userId)
    if (!found || found.confirmedAt === null || found.lastStep >= step) return false
    this.#steps.set(userId, { ...found, lastStep: step })
    return true
  }

  async useRecoveryCode(userId: string, hash: string, _at: Instant, audit: AuditEntry): Promise<boolean> {
    if (this.#codes.get(hash) !== userId) return false
    this.#codes.delete(hash)
    this.#tables.audit.push(audit)
    return true
  }

  async useTicket({ hash }: Parameters<SecondStepStore['useTicket']>[0]): Promise<boolean> {
    if (this.#tickets.has(hash)) return false
    this.#tickets.add(hash)
    return true
  }

  async recoveryCodesLeft(userId: string): Promise<number> {
    return [...this.#codes.values()].filter((of) => of === userId).length
  }

  async remove(userId: string, at: Instant, audit: AuditEntry): Promise<boolean> {
    if (!this.#steps.delete(userId)) return false
    for (const [hash, of] of this.#codes) if (of === userId) this.#codes.delete(hash)
    this.#tables.endSessions(userId, at)
    this.#tables.audit.push(audit)
    return true
  }

  #isConfirmed(userId: string): boolean {
    return (this.#steps.get(userId)?.confirmedAt ?? null) !== null
  }
}
