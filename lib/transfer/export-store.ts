import type { Role } from '../kernel/actor'
import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'

/** A comment with all its texts and what was decided about it. No keys, no hashes, no addresses of networks. */
export interface ExportedComment {
  readonly id: string
  readonly articleId: string
  readonly parentId: string | null
  readonly status: string
  readonly userId: string | null
  readonly guestId: string | null
  readonly name: string
  readonly email: string
  readonly byStaff: boolean
  readonly createdAt: Instant
  readonly editedAt: Instant | null
  readonly approvedRevisionId: string | null
  readonly revisions: readonly {
    readonly id: string
    readonly number: number
    readonly state: string
    readonly body: string
    readonly createdAt: Instant
  }[]
  readonly decisions: readonly {
    readonly id: string
    readonly revisionId: string
    readonly userId: string | null
    readonly move: string
    readonly from: string
    readonly to: string
    readonly reason: string | null
    readonly note: string | null
    readonly createdAt: Instant
  }[]
}

/** An account, without anything that opens it. */
export interface ExportedPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly slug: string
  readonly role: Role
  readonly bio: string
  readonly disabledAt: Instant | null
  readonly createdAt: Instant
}

/** Everything there is, in the order of ids, stretch by stretch: `after` is the last id of the stretch before, '' at first. */
export interface ExportStore {
  /** Of every piece, the trash included. */
  pieceIds(after: string, limit: number): Promise<readonly string[]>
  /** With all their texts and decisions, whatever became of them. */
  comments(after: string, limit: number): Promise<readonly ExportedComment[]>
  /** Everybody with an account, without what opens it. */
  people(after: string, limit: number): Promise<readonly ExportedPerson[]>
  /** A line of the log. */
  note(audit: AuditEntry): Promise<void>
}
