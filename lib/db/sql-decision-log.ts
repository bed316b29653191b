import { COMMENT_MOVES_LIST } from '../comments/comment-status'
import type { Instant } from '../kernel/clock'
import { type DecisionLog, type DecisionTally, OTHER_REASON } from '../moderation/decision-log'
import { integer, oneOf, text, textOrNull } from './cells'
import type { Database } from './database'
import { type Row, join, sql } from './sql'

export class SqlDecisionLog implements DecisionLog {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async tallies(
    from: Instant,
    until: Instant,
    reasons: readonly string[],
  ): Promise<readonly DecisionTally[]> {
    // What moderators wrote in their own words does not leave the database.
    const rows = await this.#db.read(sql`
      SELECT d."month", d."move", d."why", COUNT(*) AS "decisions" FROM (
        SELECT ${this.#db.dialect.monthOf(sql`e."createdAt"`)} AS "month", e."move",
          CASE WHEN e."reason" IS NULL OR e."reason" IN (${join([...reasons, OTHER_REASON])}) THEN e."reason"
            ELSE ${OTHER_REASON} END AS "why"
        FROM "decision" e JOIN "comment" c ON c."id" = e."commentId"
        WHERE e."actorKind" = 'user' AND e."createdAt" >= ${from} AND e."createdAt" < ${until}
          AND e."undoesId" IS NULL AND (c."userId" IS NULL OR c."userId" <> e."userId")
          AND NOT EXISTS (SELECT 1 FROM "decision" f WHERE f."undoesId" = e."id")) d
      GROUP BY d."month", d."move", d."why"`)
    return rows.map(readTally)
  }
}

const readTally = (row: Row): DecisionTally => {
  const [year = '', month = ''] = text(row, 'month').split('-')
  return {
    year: Number(year),
    month: Number(month),
    move: oneOf(row, 'move', COMMENT_MOVES_LIST),
    reason: textOrNull(row, 'why'),
    decisions: integer(row, 'decisions'),
  }
}
