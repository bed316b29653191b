import type { Comment, CommentState } from '../../../lib/comments/comment'
import type { Decision } from '../../../lib/comments/comment-store'
import type { NewReport, Report, ReportStore } from '../../../lib/comments/report-store'
import { NEWCOMERS_TOGETHER, NEWCOMER_WEIGHT, type ReporterRecord } from '../../../lib/comments/report-weight'
import type { MemoryTables } from './memory-tables'

export interface ReportRow extends Report {
  readonly outcome: 'agreed' | 'dismissed' | null
  /** The decision that said so. */
  readonly outcomeBy: string | null
}

export class MemoryReportStore implements ReportStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async insert({ report, guest, effects }: NewReport): Promise<boolean> {
    const { reports, guests } = this.#tables
    const onComment = [...reports.values()].filter(({ commentId }) => commentId === report.commentId)
    const earlier = onComment.find(({ reporterKey }) => reporterKey === report.reporterKey)
    if (earlier?.revisionId === report.revisionId) return false
    const isAnswered = onComment.some(
      ({ revisionId, outcome }) => revisionId === report.revisionId && outcome === 'dismissed',
    )
    if (earlier) reports.delete(earlier.id)
    const resolvedAt = isAnswered ? report.createdAt : null
    reports.set(report.id, { ...report, resolvedAt, outcome: null, outcomeBy: null })
    if (guest) guests.set(guest.id, guest)
    if (!isAnswered) this.#tables.queue(effects)
    return true
  }

  async recordOf(reporterKey: string): Promise<ReporterRecord> {
    const theirs = [...this.#tables.reports.values()].filter((row) => row.reporterKey === reporterKey)
    const counted = (outcome: ReportRow['outcome']): number =>
      theirs.filter((row) => row.outcome === outcome).length
    return { agreed: counted('agreed'), dismissed: counted('dismissed') }
  }

  async scoreOf(commentId: string): Promise<number | null> {
    const weights = openReports(this.#tables, commentId).map(({ weight }) => weight)
    if (weights.length === 0) return null
    const sum = (some: readonly number[]): number => some.reduce((all, weight) => all + weight, 0)
    const newcomers = sum(weights.filter((weight) => weight <= NEWCOMER_WEIGHT))
    return sum(weights.filter((weight) => weight > NEWCOMER_WEIGHT)) + Math.min(NEWCOMERS_TOGETHER, newcomers)
  }
}

const openReports = (tables: MemoryTables, commentId: Comment['id']): readonly ReportRow[] =>
  [...tables.reports.values()].filter((row) => row.commentId === commentId && row.resolvedAt === null)

const OUTCOMES = { approve: 'dismissed', keep: 'dismissed', reject: 'agreed', spam: 'agreed' } as const

/** A decision answers the reports of what it judges or takes away; undoing it opens them again. */
export const answerReports = (tables: MemoryTables, decision: Decision, to: CommentState): void => {
  const undone = tables.decisions.get(decision.undoesId ?? '')
  const stays = to.status === 'approved' ? to.approvedRevisionId : null
  const judgedBefore = decision.before.approvedRevisionId !== null
  const says =
    decision.actor.kind === 'user' && decision.move in OUTCOMES
      ? OUTCOMES[decision.move as keyof typeof OUTCOMES]
      : null
  for (const row of tables.reports.values()) {
    if (row.commentId !== decision.commentId) continue
    const reopened = undone && row.resolvedAt === undone.createdAt ? { resolvedAt: null } : {}
    const forgotten = undone && row.outcomeBy === undone.id ? { outcome: null, outcomeBy: null } : {}
    const isAnswered = row.revisionId === decision.revisionId || row.revisionId !== stays
    const answers = !undone && judgedBefore
    const closed = answers && row.resolvedAt === null && isAnswered ? { resolvedAt: decision.createdAt } : {}
    const isJudged =
      answers && says !== null && row.outcome === null && row.revisionId === decision.revisionId
    const judged = isJudged ? { outcome: says, outcomeBy: decision.id } : {}
    tables.reports.set(row.id, { ...row, ...reopened, ...forgotten, ...closed, ...judged })
  }
}
