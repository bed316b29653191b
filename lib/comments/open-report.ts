import { articlePath } from '../articles/article-path'
import type { Actor } from '../kernel/actor'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { CommentView } from './comment-view'
import { presentComment } from './present-thread'
import { REPORT_REASONS, REPORT_REASON_NAMES, type ReportReason } from './report-reasons'
import { visibleComment } from './visible-comment'

/** What the page for reporting a comment shows. */
export interface ReportableView {
  readonly comment: CommentView
  /** Of the piece it stands under, site-relative. */
  readonly path: string
  /** What it can be reported for, in the order of the form. */
  readonly reasons: readonly { readonly reason: ReportReason; readonly words: string }[]
  /** False for one's own comment. */
  readonly mayReport: boolean
}

/** A comment for the page on which it is reported; null for a hidden one exactly as for one that never was. */
export const openReport = async (
  deps: Pick<Ports, 'threadReader' | 'commentStore' | 'clock'>,
  actor: Actor,
  { commentId }: { readonly commentId: string },
): Promise<ReportableView | null> => {
  const visible = await visibleComment(deps, commentId)
  if (!visible.ok) return null
  const { row, comment } = visible.value
  return {
    comment: presentComment(row),
    path: articlePath(row.slug),
    reasons: REPORT_REASON_NAMES.map((reason) => ({ reason, words: REPORT_REASONS[reason] })),
    mayReport: can(actor, 'report.comment', comment),
  }
}
