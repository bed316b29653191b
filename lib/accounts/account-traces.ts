import type { AuditEntry } from '../kernel/audit'
import type { Ports } from '../ports'
import type { AccountNews } from './account-news'

/** What a change of how an account is opened leaves behind, in its own transaction. */
export interface AccountTraces {
  readonly audit: AuditEntry
  /** Null where there is no post. */
  readonly letter: { readonly userId: string; readonly what: AccountNews } | null
}

/** The same words in the log and in the letter. */
export const accountTraces = (
  { mailer }: Pick<Ports, 'mailer'>,
  what: AccountNews,
  userId: string,
  entry: Pick<AuditEntry, 'actor' | 'detail'>,
): AccountTraces => ({
  audit: { ...entry, action: what, subject: `user:${userId}` },
  letter: mailer ? { userId, what } : null,
})
