import type { Instant } from '../kernel/clock'

/** What is known of an address from the mails that went to it. */
export interface AddressFacts {
  /** Its server refused mail for good. */
  readonly refused: boolean
  /** Last mail with news; questions are not counted. */
  readonly lastAt: Instant | null
  /** Mails with news in the day up to that one, it included. */
  readonly mailsThatDay: number
  /** Questions of the last seven days. */
  readonly questions: number
}

/** A mail that was tried, for the log. */
export interface TriedMail {
  readonly id: string
  readonly emailKey: string
  readonly kind: 'question' | 'notice' | 'digest'
  readonly noticeIds: readonly string[]
}

/** Which mails were tried, and what is known of their addresses from it. Each method is one transaction. */
export interface MailLog {
  /** What the rhythm of mails asks; of an address nothing was sent to, all is empty. */
  facts(emailKey: string, now: Instant): Promise<AddressFacts>
  /** It went out: what it told is done. */
  sent(mail: TriedMail, at: Instant): Promise<void>
  /** The address takes no mail: remembered, and whatever waits for it is dropped. */
  refused(mail: TriedMail, at: Instant): Promise<void>
  /** Forgets mails from before that moment. Returns how many. */
  prune(before: Instant): Promise<number>
}
