import type { Guest } from '../accounts/account-store'
import type { Instant } from '../kernel/clock'
import type { QueuedEffect } from '../kernel/effect'
import type { ReportReason } from './report-reasons'
import type { ReporterRecord } from './report-weight'

/** A reader's word to the moderators about one text of a comment. */
export interface Report {
  readonly id: string
  readonly commentId: string
  /** The text that was reported: a decision on it says nothing about a later one. */
  readonly revisionId: string
  /** `user:<id>` or `guest:<id>` (reader-key.ts). */
  readonly reporterKey: string
  readonly reason: ReportReason
  /** As typed (canonical), '' for none. */
  readonly note: string
  readonly createdAt: Instant
  /** When a decision on the comment answered it. */
  readonly resolvedAt: Instant | null
  /** What the reporter's record was worth when it arrived, in thousandths (report-weight.ts). */
  readonly weight: number
}

/** A report with all that comes of it. */
export interface NewReport {
  readonly report: Report
  /** The reader's guest row when this is the first thing they do: stored in the same transaction. */
  readonly guest: Guest | null
  readonly effects: readonly QueuedEffect[]
}

/** Port: what readers report, and how far whoever reports was right before. */
export interface ReportStore {
  /**
   * Stores a report with its effects; false, and nothing is written, when this reader has reported this text before.
   * A report of an earlier text of the same comment gives way to the new one. A text whose reports a moderator has
   * dismissed stays answered: the report is stored as resolved, without its effects. Of open ones the comment's
   * `reportScore` is made anew: the sum of their weights, newcomers together at most NEWCOMERS_TOGETHER.
   */
  insert(report: NewReport): Promise<boolean>
  /** What decisions made of this reader's reports so far. */
  recordOf(reporterKey: string): Promise<ReporterRecord>
  /** The comment's stored `reportScore`; null without open reports. */
  scoreOf(commentId: string): Promise<number | null>
}
