import type { NewReport, ReportStore } from '../comments/report-store'
import { insertGuest } from './comment-statements'
import { queueEffects } from './outbox-rows'
import { type Sql, sql } from './sql'
import type { StoreTools } from './store-tools'

export class SqlReportStore implements ReportStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async insert({ report, guest, effects }: NewReport): Promise<boolean> {
    const { db, ids, clock } = this.#tools
    return db.transaction(async (tx) => {
      if ((await tx.run(write(report))) === 0) return false
      if (guest) await tx.run(insertGuest(guest))
      await queueEffects(tx, effects, ids, clock.now())
      return true
    })
  }
}

const write = (r: NewReport['report']): Sql => sql`
  INSERT INTO "report" ("id", "commentId", "revisionId", "reporterKey", "reason", "note", "createdAt", "resolvedAt")
  VALUES (${r.id}, ${r.commentId}, ${r.revisionId}, ${r.reporterKey}, ${r.reason}, ${r.note}, ${r.createdAt}, ${r.resolvedAt})
  ON CONFLICT ("commentId", "reporterKey") DO UPDATE SET "id" = excluded."id", "revisionId" = excluded."revisionId",
    "reason" = excluded."reason", "note" = excluded."note", "createdAt" = excluded."createdAt", "resolvedAt" = NULL
  WHERE "report"."revisionId" <> excluded."revisionId"`
