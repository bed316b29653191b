import { COMMENT_MOVES_LIST } from '../comments/comment-status'
import type { Instant } from '../kernel/clock'
import type { DecisionLog, DecisionTally } from '../moderation/decision-log'
import { DECISION_REASON_NAMES } from '../moderation/decision-reasons'
import { integer, oneOf, text } from './cells'
import type { Database } from './database'
import { type Row, join, sql } from './sql'

const OTHER = 'other'
const NONE = 'none'

export class SqlDecisionLog implements DecisionLog {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async tallies(from: Instant, until: Instant): Promise<readonly DecisionTally[]> {
    // What moderators wrote in their own words does not leave the database.
    const rows = await this.#db.read(sql`
      SELECT d."month", d."move", d."why", COUNT(*) AS "decisions" FROM (
        SELECT ${this.#db.dialect.monthOf(sql`e."createdAt"`)} AS "month", e."move",
          CASE WHEN e."reason" IS NULL THEN ${NONE}
            WHEN e."reason" IN (${join([...DECISION_REASON_NAMES])}) THEN e."reason" ELSE ${OTHER} END AS "why"
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
  const why = oneOf(row, 'why', [...DECISION_REASON_NAMES, OTHER, NONE])
  return {
    year: Number(year),
    month: Number(month),
    move: oneOf(row, 'move', COMMENT_MOVES_LIST),
    reason: why === NONE ? null : why,
    decisions: integer(row, 'decisions'),
  }
}
