import type { NewReport, ReportStore } from '../comments/report-store'
import type { ReporterRecord } from '../comments/report-weight'
import { integerOrNull } from './cells'
import { insertGuest } from './comment-statements'
import { queueEffects } from './outbox-rows'
import { reporterRecord, scoreReports } from './report-statements'
import { type Sql, sql } from './sql'
import type { StoreTools } from './store-tools'

export class SqlReportStore implements ReportStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async insert({ report, guest, effects }: NewReport): Promise<boolean> {
    const { db, ids, clock } = this.#tools
    const { commentId, revisionId } = report
    return db.transaction(async (tx) => {
      await tx.all(sql`SELECT 1 FROM "comment" WHERE "id" = ${commentId} ${db.dialect.locks.change}`)
      const dismissed = await tx.all(sql`
        SELECT 1 FROM "report" WHERE "commentId" = ${commentId} AND "revisionId" = ${revisionId}
          AND "outcome" = 'dismissed' LIMIT 1`)
      const isAnswered = dismissed.length > 0
      if ((await tx.run(write(report, isAnswered))) === 0) return false
      if (guest) await tx.run(insertGuest(guest))
      // Also when it is answered: an open one of an earlier text may have given way.
      await tx.run(scoreReports(commentId))
      if (!isAnswered) await queueEffects(tx, effects, ids, clock.now())
      return true
    })
  }

  recordOf(reporterKey: string): Promise<ReporterRecord> {
    return reporterRecord(this.#tools.db, reporterKey)
  }

  async scoreOf(commentId: string): Promise<number | null> {
    const [row] = await this.#tools.db.read(sql`
      SELECT "reportScore" FROM "comment" WHERE "id" = ${commentId}`)
    return row ? integerOrNull(row, 'reportScore') : null
  }
}

const write = (r: NewReport['report'], isAnswered: boolean): Sql => sql`
  INSERT INTO "report" ("id", "commentId", "revisionId", "reporterKey", "reason", "note", "createdAt", "resolvedAt",
    "weight")
  VALUES (${r.id}, ${r.commentId}, ${r.revisionId}, ${r.reporterKey}, ${r.reason}, ${r.note}, ${r.createdAt},
    ${isAnswered ? r.createdAt : r.resolvedAt}, ${r.weight})
  ON CONFLICT ("commentId", "reporterKey") DO UPDATE SET "id" = excluded."id", "revisionId" = excluded."revisionId",
    "reason" = excluded."reason", "note" = excluded."note", "createdAt" = excluded."createdAt",
    "resolvedAt" = excluded."resolvedAt", "weight" = excluded."weight", "outcome" = NULL, "outcomeBy" = NULL
  WHERE "report"."revisionId" <> excluded."revisionId"`
