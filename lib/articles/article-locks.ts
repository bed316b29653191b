import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'

/** Who writes a piece at the moment: one open page of one person. A courtesy between people; saves go by versions. */
export interface ArticleLock {
  readonly articleId: string
  readonly userId: string
  /** The page: made by it, kept over reloads. */
  readonly holder: string
  readonly name: string
  readonly takenAt: Instant
  /** Its last sign of life. */
  readonly heardAt: Instant
  /** Another page asks to go on instead. */
  readonly wanted: { readonly by: string; readonly name: string; readonly at: Instant } | null
}

export type LockClaim = Omit<ArticleLock, 'wanted'>

/** Every method is atomic. */
export interface ArticleLocks {
  /** Who holds it, also one who was not heard of for long. */
  find(articleId: string): Promise<ArticleLock | null>
  /**
   * Holds it, or gives a sign of life: when nobody holds it, when this page does, when whoever does was not heard of
   * since `silentSince`, or has not answered this page's wish since `unansweredSince`. Else nothing happens: false.
   */
  hold(
    claim: LockClaim,
    limits: { readonly silentSince: Instant; readonly unansweredSince: Instant },
  ): Promise<boolean>
  /** Asks whoever holds it for it. The same wish again changes nothing and is no line of the log. */
  want(articleId: string, wish: NonNullable<ArticleLock['wanted']>, audit: AuditEntry): Promise<void>
  /** Nothing where this page does not hold it. */
  leave(articleId: string, holder: string): Promise<void>
}
