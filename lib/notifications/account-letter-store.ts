import type { AccountNews } from '../accounts/account-news'
import type { Instant } from '../kernel/clock'

/** Something somebody is to be told about their own account, taken on until its lease runs out. */
export interface DueAccountLetter {
  readonly id: string
  readonly userId: string
  readonly what: AccountNews
  /** When it was done. */
  readonly createdAt: Instant
  /** This time included. */
  readonly attempts: number
}

/** Letters about accounts that wait to be sent; the change that causes one writes it (lib/accounts/account-traces.ts). Each method is one transaction. */
export interface AccountLetterStore {
  /** Takes on the one that is due longest. */
  lease(now: Instant, leaseMs: number): Promise<DueAccountLetter | null>
  /** Not now: due again at that moment. */
  postpone(id: string, until: Instant): Promise<void>
  /** It went out, or never will. */
  done(id: string): Promise<void>
}
