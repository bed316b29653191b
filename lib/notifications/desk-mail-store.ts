import type { Judgement } from '../comments/judge'
import { DAY, HOUR, type Instant } from '../kernel/clock'

/** How often a moderator wants to decide by mail, if they do. */
export const DESK_RHYTHMS = ['hourly', 'daily'] as const
export type DeskRhythm = (typeof DESK_RHYTHMS)[number]
/** Milliseconds between two mails, at least. */
export const BETWEEN_MAILS: Readonly<Record<DeskRhythm, number>> = { hourly: HOUR, daily: DAY }

/** A moderator to whom the next mail is due. */
export interface DueModerator {
  readonly userId: string
  readonly rhythm: DeskRhythm
  /** What arrived later was not told yet. */
  readonly toldUntil: Instant
}

/** One link of such a mail: one move about one text in one state, by one person. Only the hash of its secret is kept. */
export interface MailDecision {
  readonly id: string
  readonly hash: string
  readonly userId: string
  readonly commentId: string
  readonly revisionId: string
  readonly version: number
  readonly move: Judgement
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly usedAt: Instant | null
}

/** Deciding by mail: who wants it, what was told, and the links that were sent. Every method is one transaction. */
export interface DeskMailStore {
  /** Null for somebody who does not decide by mail. */
  rhythmOf(userId: string): Promise<DeskRhythm | null>
  /**
   * Null ends it; what was sent before stays good until it expires. The first mail is due at once, about whatever waits;
   * after a change of rhythm the next is due no later than the new one says.
   */
  wish(userId: string, rhythm: DeskRhythm | null, now: Instant): Promise<void>
  /** Takes on the next moderator who is due, for `leaseMs`. */
  lease(now: Instant, leaseMs: number): Promise<DueModerator | null>
  /**
   * Ids of comments whose waiting text came after `since` and by `until`, in the order of the queue; of a flood the card
   * alone. At most `limit`.
   */
  arrived(
    between: { readonly since: Instant; readonly until: Instant },
    limit: number,
  ): Promise<readonly string[]>
  /** A mail went out, or there was nothing to tell. */
  told(userId: string, toldUntil: Instant, nextAt: Instant): Promise<void>
  /** Stores the links of a mail before it is sent. */
  keep(links: readonly MailDecision[]): Promise<void>
  /** By the hash of its secret; used and past ones too. */
  find(hash: string): Promise<MailDecision | null>
  /** Claims a link; false when it was used before, however parallel. */
  use(id: string, at: Instant): Promise<boolean>
  /** Gives a claim back: what it was for did not happen. */
  release(id: string): Promise<void>
}
