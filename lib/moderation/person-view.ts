import type { MeasureKind, TargetKind } from '../accounts/measure'
import type { Role } from '../kernel/actor'
import type { ReporterRecord } from '../comments/report-weight'
import type { TextRun } from './queue-view'
import type { AuthorRecord, TrustLevel } from './trust'

/** A line in a list of people. Times are ISO 8601 UTC. */
export interface PersonLineView {
  readonly path: string
  readonly name: string
  readonly role: Role | null
  readonly since: string
  readonly lastAt: string | null
  readonly trust: TrustLevel
  readonly record: AuthorRecord
}

export interface PeopleView {
  readonly people: readonly PersonLineView[]
  readonly next: string | null
}

export interface MeasureView {
  readonly actId: string
  readonly kind: MeasureKind
  readonly targets: readonly TargetKind[]
  readonly reason: string
  readonly note: string
  readonly by: string
  readonly at: string
  readonly until: string | null
  readonly state: 'stands' | 'lifted' | 'expired' | 'read'
  readonly liftedBy: string | null
  /** Whether this reader of the page may lift it. */
  readonly liftable: boolean
}

export interface PastCommentView {
  readonly id: string
  readonly body: readonly TextRun[]
  readonly status: string
  readonly at: string
  readonly article: { readonly title: string; readonly path: string | null }
  readonly decision: {
    readonly by: string
    readonly move: string
    readonly reason: string | null
    readonly at: string
  } | null
}

/** An address as staff see it: enough to tell two apart, too little to write to or to find anybody by. */
export interface MailView {
  readonly mark: string
  readonly domain: string
}

export interface PersonView extends PersonLineView {
  /** As it stands in the database and in forms. */
  readonly key: string
  readonly otherNames: readonly string[]
  readonly reports: ReporterRecord
  readonly mails: readonly MailView[]
  readonly addresses: readonly { readonly mark: string; readonly at: string }[]
  readonly sameMail: readonly PersonLineView[]
  readonly sameAddress: readonly PersonLineView[]
  readonly measures: readonly MeasureView[]
  readonly notes: readonly {
    readonly id: string
    readonly body: string
    readonly by: string
    readonly at: string
  }[]
  readonly history: readonly PastCommentView[]
  readonly next: string | null
  /** What a measure can be aimed at by this reader of the page; empty when none may be taken. */
  readonly targets: readonly ('person' | 'mail' | 'domain' | 'address')[]
}
