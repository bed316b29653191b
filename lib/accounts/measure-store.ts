import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import type { Measure } from './measure'

/** What one moderator does to one person at once: one or several measures, undone together. */
export interface NewAct {
  readonly measures: readonly Measure[]
  /** Whose sessions end with it. */
  readonly signsOut: string | null
  readonly audit: AuditEntry
}

/** Measures against people. Every change is one transaction with its line in the log. */
export interface MeasureStore {
  /** What stands against any of these targets at that moment: neither lifted nor expired. Asked at every post. */
  standing(targetKeys: readonly string[], at: Instant): Promise<readonly Measure[]>
  /** Stores all measures of the act, and ends the sessions it ends. */
  take(act: NewAct): Promise<void>
  /** Lifts every measure of the act. False when that was done before, or there is no such act. */
  lift(actId: string, by: string, at: Instant, audit: AuditEntry): Promise<boolean>
  /** The measures of one act. */
  act(actId: string): Promise<readonly Measure[]>
  /** All about one person, newest first, lifted and expired ones too, at most 200. */
  about(personKey: string): Promise<readonly Measure[]>
  /** The person has read their warnings: those that stand are not told again. Returns how many. */
  markRead(personKey: string, at: Instant): Promise<number>
  /** Decisions an act made about comments that waited, in the order they were made. */
  decisionsOf(actId: string): Promise<readonly string[]>
  /** Notes that the act made this decision, so that lifting it can undo that too. */
  keepDecision(actId: string, decisionId: string): Promise<void>
}
