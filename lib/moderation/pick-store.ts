import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import type { QueuedEffect } from '../kernel/effect'

/** A comment that becomes a pick, or is none any more. */
export interface PickChange {
  readonly commentId: string
  /** When it was picked; null takes the mark away. */
  readonly featuredAt: Instant | null
  readonly audit: AuditEntry
  readonly effects: readonly QueuedEffect[]
}

/** Moderators' picks. The mark, its line in the log and its effects are one transaction. */
export interface PickStore {
  /** False when the comment stands no more, or is already so: nothing was written. */
  set(change: PickChange): Promise<boolean>
}
