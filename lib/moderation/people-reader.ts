import type { ReporterRecord } from '../comments/report-weight'
import type { Comment } from '../comments/comment'
import type { Decision } from '../comments/comment-store'
import type { Instant } from '../kernel/clock'
import type { Role } from '../kernel/actor'
import type { Cursor } from '../kernel/paging'
import type { PersonKey } from '../accounts/person-key'
import type { AuthorRecord } from './trust'

/** Somebody who took part, in numbers. */
export interface PersonRow {
  readonly key: PersonKey
  /** Of an account its name; of a guest the last one they gave, '' for none. */
  readonly name: string
  /** Null for a guest. */
  readonly role: Role | null
  /** When the account or the guest key was made. */
  readonly since: Instant
  /** Their newest comment. */
  readonly lastAt: Instant | null
  readonly record: AuthorRecord
}

/** One comment in the history of a person. */
export interface HistoryRow {
  readonly comment: Comment
  /** The text on the desk: the one that waits, else the approved one, else the newest. */
  readonly body: string
  readonly article: { readonly title: string; readonly slug: string; readonly isPublic: boolean }
  /** The newest decision, with the name of whoever made it. */
  readonly decision: (Decision & { readonly actorName: string }) | null
}

/** With what somebody wrote: keys that are compared, never shown. Newest first, at most five of each. */
export interface Means {
  readonly emailKeys: readonly string[]
  readonly addresses: readonly { readonly key: string; readonly at: Instant }[]
}

/** What one moderator says about a person to the others. */
export interface PersonNote {
  readonly id: string
  readonly personKey: PersonKey
  readonly body: string
  readonly authorName: string
  readonly createdAt: Instant
}

/** What people can be looked for by; of a name its beginning counts (skeletons), of an address all of it. */
export type PeopleSearch = { readonly nameKey: string } | { readonly emailKey: string } | null

/** What the desk asks about people. Keyset pages return up to `limit` + 1 rows: the extra one tells there is more. */
export interface PeopleReader {
  /** Null where there is neither such an account nor such a guest. */
  find(key: PersonKey): Promise<PersonRow | null>
  /** Everybody with an account or a guest key, newest first by (since, id). */
  list(search: PeopleSearch, after: Cursor | null, limit: number): Promise<readonly PersonRow[]>
  /** How the comments of one identity stand: for trust in mode `first`. */
  recordOf(key: PersonKey): Promise<AuthorRecord>
  /** What decisions made of their reports. */
  reportsOf(key: PersonKey): Promise<ReporterRecord>
  /** Their comments, newest first by (createdAt, id). */
  history(key: PersonKey, after: Cursor | null, limit: number): Promise<readonly HistoryRow[]>
  /** Other names they wrote under, at most ten, in no order. */
  namesOf(key: PersonKey): Promise<readonly string[]>
  /** Addresses they wrote with lately, as keys: of mail, and of the network. */
  meansOf(key: PersonKey): Promise<Means>
  /** Others who wrote with any of these, last seen first, at most twenty of each. */
  sharing(
    key: PersonKey,
    means: Means,
  ): Promise<{ readonly byMail: readonly PersonRow[]; readonly byAddress: readonly PersonRow[] }>
  /** What of theirs waits, oldest first. */
  waitingOf(key: PersonKey, limit: number): Promise<readonly Comment[]>
  /** Newest first, at most 100. */
  notesOn(key: PersonKey): Promise<readonly PersonNote[]>
  /** Leaves a note about a person, in the name of its author. */
  writeNote(note: Omit<PersonNote, 'authorName'> & { readonly createdBy: string }): Promise<void>
}
