import { articlePath } from '../articles/article-path'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { CommentView } from './comment-view'
import { presentComment } from './present-thread'
import { visibleComment } from './visible-comment'

export interface ReportableView {
  readonly comment: CommentView
  /** Of the piece it stands under, site-relative. */
  readonly path: string
  /** False for one's own comment. */
  readonly mayReport: boolean
}

/** A comment for the page on which it is reported; null for a hidden one exactly as for one that never was. */
export const openReport = async (
  deps: Pick<Ports, 'threadReader' | 'commentStore' | 'clock'>,
  actor: Actor,
  { commentId }: { readonly commentId: string },
): Promise<ReportableView | null> => {
  if (!ID_PATTERN.test(commentId)) return null
  const visible = await visibleComment(deps, commentId)
  if (!visible.ok) return null
  const { row, comment } = visible.value
  return {
    comment: presentComment(row),
    path: articlePath(row.slug),
    mayReport: can(actor, 'report.comment', comment),
  }
}
