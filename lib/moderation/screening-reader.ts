import type { Instant } from '../kernel/clock'

/** A proven identity: an account or a guest key, never a typed name or address. */
export type Somebody = { readonly guestId: string } | { readonly userId: string }

/** Of what is written in a rush no more is counted: every limit is lower, and a flood would cost more with each comment. */
export const WRITTEN_MAX = 200

/**
 * What stands of somebody's is counted among their newest fifty comments: whoever floods the desk makes their good
 * record shorter by it, never the bad one.
 */
export interface AuthorRecord {
  /** Comments that stand, of the newest fifty; and all that were ever rejected or called spam. */
  readonly approved: number
  readonly turnedAway: number
  /** Written since `decided`: those counted as approved and all that were turned away; and the latter alone. */
  readonly decided: number
  readonly against: number
  /** Comments written since `written`, whatever became of them; at most `WRITTEN_MAX` are counted. */
  readonly written: number
}

export const NOTHING_DONE: AuthorRecord = { approved: 0, turnedAway: 0, decided: 0, against: 0, written: 0 }

/** What became of comments that linked to a domain: approved, and rejected or called spam. */
export interface DomainRecord {
  readonly domain: string
  readonly approved: number
  readonly against: number
}

/** What is known of a guest whose device says nothing of them: when they wrote, and the name (its skeleton; '' for none). */
export interface GuestTrace {
  readonly at: Instant
  readonly nameKey: string
  /** Whether everybody sees the comment while its piece is public: nobody may be told of another one. */
  readonly visible: boolean
}

/** What the checks ask of earlier comments; a comment that is being changed does not count for itself. */
export interface ScreeningReader {
  /** The record of one identity, without the comment that is being changed (`except`). */
  author(
    who: Somebody,
    since: { readonly decided: Instant; readonly written: Instant },
    except: string | null,
  ): Promise<AuthorRecord>
  /** When they last wrote under this piece; null for never. */
  lastUnder(who: Somebody, articleId: string): Promise<Instant | null>
  /** What guests wrote under this piece from a network after `since`, newest first; no more than a hundred. */
  guestsFrom(
    addressKeys: readonly string[],
    articleId: string,
    since: Instant,
  ): Promise<readonly GuestTrace[]>
  /** Of each domain, what became of its newest hundred comments; none for a domain nobody linked to. */
  domains(domains: readonly string[], except: string | null): Promise<readonly DomainRecord[]>
  /** Skeletons of the names of staff. */
  staffNames(): Promise<readonly string[]>
}
