import type { Role } from '../../kernel/actor'
import type { AuditEntry } from '../../kernel/audit'
import type { Instant } from '../../kernel/clock'
import type { Effect } from '../../kernel/effect'

/** Somebody, by everything that leads to them. */
export interface WholePerson {
  /** Their account, if they have one. */
  readonly userId: string | null
  readonly role: Role | null
  /** Guest keys that are theirs alone. */
  readonly guestIds: readonly string[]
  /** Normalised mail addresses. */
  readonly mails: readonly string[]
  /** As they stand below their comments, and in their account. */
  readonly names: readonly string[]
  /** How many they wrote, with those that an erasure which was broken off has emptied. */
  readonly comments: number
}

/**
 * Takes a person out of everything that is stored. Each method is one transaction; whatever breaks off in between is
 * found again, and goes on, when the person is looked for once more.
 */
export interface ErasureStore {
  /** By a normalised mail address, as an account or as it was typed below comments. Null: nothing is known of it. */
  find(mail: string): Promise<WholePerson | null>
  /**
   * Keeps what leads to them until `forget`: `find` gives it back when the comments that told of it are empty. To be
   * called before the first is.
   */
  open(person: WholePerson): Promise<void>
  /**
   * Some of their comments, at most that many. Those that only a key leads to come first: what links the key to the
   * address is to be there as long as they are.
   */
  commentsOf(person: WholePerson, limit: number): Promise<readonly string[]>
  /**
   * Takes texts, name, mail, address and every trace of the writer out of comments that are erased, with what others
   * noted on them. They are nobody's afterwards.
   */
  blank(commentIds: readonly string[]): Promise<void>
  /**
   * Everything else: their account (whose row stays, without a word of theirs, for what refers to it), sessions, keys,
   * wishes, mails, notes, and their name or mail wherever the staff wrote it. Their reports and recommendations count
   * on as nobody's. Returns what readers may see changed, which is queued as well: pieces that bore their name.
   */
  forget(person: WholePerson, at: Instant, audit: AuditEntry): Promise<readonly Effect[]>
  /** Makes what was deleted unreadable in the file itself. False: the file is too large for it, or it did not work. */
  overwrite(): Promise<boolean>
}
