import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'

/** A line of the log about one piece. */
export interface LoggedChange extends Pick<AuditEntry, 'action' | 'detail'> {
  readonly at: Instant
  /** Name of the account; null where nobody with one did it. */
  readonly by: string | null
}

/** What was done to pieces, as the log of changes keeps it. */
export interface PieceLog {
  /** Of one piece and of these actions only, newest first. */
  of(articleId: string, actions: readonly string[], limit: number): Promise<readonly LoggedChange[]>
}
