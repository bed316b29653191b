import type { PersonKey } from '../accounts/person-key'
import type { Wish } from '../comments/subscription'
import type { Instant } from '../kernel/clock'

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

/**
 * What is to be told to whom, and waits to be sent. Whoever takes something on has it until its lease runs out; each
 * method is one transaction.
 */
export interface NoticeStore {
  /** Queues the question, or the link; nothing when it is confirmed, ended, or was asked before. */
  ask(subscriptionId: string, now: Instant): Promise<void>
  /**
   * Something happened to this comment. While it is approved, its author and the author of what it answers are to be
   * told, each once: nobody twice, nobody of their own reply. Whoever is told already of something that still waits
   * waits anew, until `availableAt`. A comment that was taken back ends its wishes.
   */
  note(commentId: string, now: Instant, availableAt: Instant): Promise<void>

  /** Takes on questions that are due; those that nobody need be asked any more are dropped. */
  leaseQuestions(now: Instant, limit: number, leaseMs: number): Promise<readonly QuestionRow[]>
  /** Addresses with confirmed news that are due, longest waiting first. */
  dueAddresses(now: Instant, limit: number): Promise<readonly string[]>
  /** Takes on what is due for one address, oldest first. */
  leaseNews(emailKey: string, now: Instant, limit: number, leaseMs: number): Promise<readonly NewsRow[]>

  /** Nothing goes to this address before that moment. */
  hold(emailKey: string, until: Instant): Promise<void>
  /** Not now: due again at that moment. */
  postpone(noticeIds: readonly string[], until: Instant): Promise<void>
  /** Not to be told (any more). It may come again. */
  drop(noticeIds: readonly string[]): Promise<void>
  /** Nothing that waits for this address is told. */
  dropAddress(emailKey: string): Promise<void>
}
