import type { Actor } from './actor'

/** A line of the log of changes outside the comment queue; stored in the transaction of the change, kept for ever. */
export interface AuditEntry {
  readonly actor: Actor
  /** verb.noun, for example `publish.article`. */
  readonly action: string
  /** `article:<id>`, `user:<id>`, `setting:<key>`. */
  readonly subject: string
  /** Small facts, no secrets, no texts. */
  readonly detail: Readonly<Record<string, string | number | null>>
}
