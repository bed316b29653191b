import type { AuditEntry } from '../../../lib/kernel/audit'
import type { Clock, Instant } from '../../../lib/kernel/clock'

/** The log of changes: a list that knows when each of its lines came. */
export class MemoryAudit extends Array<AuditEntry> {
  static override readonly [Symbol.species] = Array
  readonly #clock: Clock
  readonly #times: Instant[] = []

  constructor(clock: Clock) {
    super()
    this.#clock = clock
  }

  get times(): readonly Instant[] {
    return this.#times
  }

  override push(...entries: AuditEntry[]): number {
    this.#times.push(...entries.map(() => this.#clock.now()))
    return super.push(...entries)
  }
}
