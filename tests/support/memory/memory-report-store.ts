import type { NewReport, ReportStore } from '../../../lib/comments/report-store'
import type { MemoryTables } from './memory-tables'

export class MemoryReportStore implements ReportStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async insert({ report, guest, effects }: NewReport): Promise<boolean> {
    const { reports, guests } = this.#tables
    const earlier = [...reports.values()].find(
      ({ commentId, reporterKey }) => commentId === report.commentId && reporterKey === report.reporterKey,
    )
    if (earlier?.revisionId === report.revisionId) return false
    if (earlier) reports.delete(earlier.id)
    reports.set(report.id, { ...report, resolvedAt: null })
    if (guest) guests.set(guest.id, guest)
    this.#tables.queue(effects)
    return true
  }
}
