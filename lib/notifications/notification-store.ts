import type { PersonKey } from '../accounts/person-key'
import type { Wish, WishSubscription } from '../comments/subscription'
import type { Instant } from '../kernel/clock'

/** A wish and what its holder may be told of it. */
export interface WishRecord extends WishSubscription {
  /** The piece, while it is public; never a draft's title. */
  readonly piece: { readonly slug: string; readonly title: string } | null
}

/** Something an address is to be told, taken on until its lease runs out. */
export interface NewsRow {
  readonly noticeId: string
  readonly subscriptionId: string
  readonly wish: Wish
  /** Whose wish it is: `user:<id>` or `guest:<id>`. */
  readonly holder: PersonKey
  readonly email: string
  readonly createdAt: Instant
  /** This time included. */
  readonly attempts: number
  readonly commentId: string
  /**
   * What readers see of it at this very moment; null when they see nothing. The one road of a comment's words into a
   * mail: it goes through the predicate of every page (lib/db/visible.ts).
   */
  readonly visible: {
    readonly name: string
    readonly body: string
    readonly piece: { readonly slug: string; readonly title: string }
  } | null
  /** The comment itself is approved: when readers do not see it, something above it or its piece is hidden. */
  readonly approved: boolean
}

/** A question that is due. Only such of comments that stand or wait, under public pieces, are handed out. */
export interface QuestionRow {
  readonly noticeId: string
  readonly subscriptionId: string
  readonly holder: PersonKey
  readonly email: string
  readonly emailKey: string
  readonly commentId: string
  /** What was asked for with that comment. */
  readonly wishes: readonly Wish[]
  readonly piece: { readonly slug: string; readonly title: string }
  readonly attempts: number
}

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

/** Wishes and what follows from them. Each method is one transaction; the wishes are stored with their comment. */
export interface NotificationStore {
  find(subscriptionId: string, now: Instant): Promise<WishRecord | null>
  /** What an account still asks for, newest first, at most 200. */
  activeOf(userId: string, now: Instant): Promise<readonly WishRecord[]>

  /** Confirmed wishes of an address that were not ended. */
  countActive(emailKey: string): Promise<number>

  /** Queues the question, or the link; nothing when it is confirmed, ended, or was asked before. */
  ask(subscriptionId: string, now: Instant): Promise<void>
  /** Confirms this wish and the same guest's others with the same address. False when it was confirmed or ended before. */
  confirm(subscriptionId: string, now: Instant): Promise<boolean>
  /** Ends wishes: one, all for an address, or all that hang on a comment. What waits for them is dropped. */
  end(
    which:
      | { readonly subscriptionId: string; readonly userId?: string }
      | { readonly emailKey: string }
      | { readonly commentId: string },
    now: Instant,
  ): Promise<number>

  /**
   * Something happened to this comment. While it is approved, its author and the author of what it answers are to be
   * told, each once: nobody twice, nobody of their own reply. Whoever is told already of something that still waits
   * waits anew, until `availableAt`. A comment that was taken back ends its wishes.
   */
  note(commentId: string, now: Instant, availableAt: Instant): Promise<void>

  leaseQuestions(now: Instant, limit: number, leaseMs: number): Promise<readonly QuestionRow[]>
  /** Addresses with confirmed news that are due, longest waiting first. */
  dueAddresses(now: Instant, limit: number): Promise<readonly string[]>
  facts(emailKey: string, now: Instant): Promise<AddressFacts>
  /** Takes on what is due for one address, oldest first. */
  leaseNews(emailKey: string, now: Instant, limit: number, leaseMs: number): Promise<readonly NewsRow[]>
  /** Nothing goes to this address before that moment. */
  hold(emailKey: string, until: Instant): Promise<void>
  /** Not now: due again at that moment. */
  postpone(noticeIds: readonly string[], until: Instant): Promise<void>
  /** Not to be told (any more). It may come again. */
  drop(noticeIds: readonly string[]): Promise<void>
  dropAddress(emailKey: string): Promise<void>

  sent(mail: TriedMail, at: Instant): Promise<void>
  /** The address takes no mail: remembered, and whatever waits for it is dropped. */
  refused(mail: TriedMail, at: Instant): Promise<void>
  /** Forgets mails and unconfirmed wishes from before these moments. Returns how many rows went. */
  prune(before: { readonly mails: Instant; readonly unconfirmed: Instant }): Promise<number>
}
