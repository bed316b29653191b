import type { CommentChange, Decision } from '../comments/comment-store'
import { type Aftermath, applyChange } from './apply-change'
import { integer, text, textOrNull } from './cells'
import { INTO_DECISION, decisionCells } from './comment-statements'
import type { Dialect } from './dialect/dialect'
import { insertRows } from './insert-rows'
import { queueEffects } from './outbox-rows'
import { answerReports, reopenReports } from './report-statements'
import { type Row, type SqlRunner, sql } from './sql'
import type { StoreTools } from './store-tools'
import { LEAF_COLUMNS, keepLeafNumbers, readPlace, shownFrom } from './thread-counters'

/*
 * Many changes at once, a handful of statements however many. Comments that nobody has answered come first, all
 * together: no change of one of them touches another. What has answers follows one by one, from below upwards, so that
 * everything is found hidden or not as the decision saw it.
 */

/** A decision about a text that is there: most changes, and all that come in great number. */
type DecidedChange = CommentChange & { readonly decision: Decision }

const isDecided = (change: CommentChange): change is DecidedChange =>
  change.decision !== null && change.revision === undefined

const idOf = ({ commentId }: CommentChange): string => commentId

const idsIn = (dialect: Dialect, ids: readonly string[]) =>
  sql`SELECT j.value ->> 0 FROM ${dialect.elements(JSON.stringify(ids.map((id) => [id])))}`

const lockBranches = async (tx: SqlRunner, dialect: Dialect, ids: readonly string[]): Promise<void> => {
  const { change } = dialect.locks
  if (change.sql === '') return
  await tx.all(sql`
    SELECT 1 FROM "comment"
    WHERE "id" IN (SELECT "rootId" FROM "comment" WHERE "id" IN (${idsIn(dialect, ids)}))
    ORDER BY "id" ${change}`)
}

/** Those of these that somebody has answered, each with how far down it stands. */
const answeredAmong = async (
  tx: SqlRunner,
  dialect: Dialect,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx.all(sql`
    SELECT c."id", c."depth" FROM "comment" c
    WHERE c."id" IN (${idsIn(dialect, ids)}) AND EXISTS (SELECT 1 FROM "comment" d WHERE d."parentId" = c."id")`)
  return new Map(rows.map((row) => [text(row, 'id'), integer(row, 'depth')]))
}

/** Decisions of these that were taken back in the meantime. */
const undoneAmong = async (
  tx: SqlRunner,
  dialect: Dialect,
  changes: readonly CommentChange[],
): Promise<ReadonlySet<string>> => {
  const wanted = changes.flatMap(({ decision }) => decision?.undoesId ?? [])
  if (wanted.length === 0) return new Set()
  const rows = await tx.all(
    sql`SELECT "undoesId" FROM "decision" WHERE "undoesId" IN (${idsIn(dialect, wanted)})`,
  )
  return new Set(rows.map((row) => text(row, 'undoesId')))
}

/** Only those that nobody has answered. */
const writeLeaves = (tx: SqlRunner, dialect: Dialect, changes: readonly CommentChange[]) => {
  const rows = changes.map(({ commentId, expect, to }) => [
    ...[commentId, expect.status, expect.version, expect.hiddenAncestors ?? null],
    ...[to.status, to.approvedRevisionId, to.pendingRevisionId, to.editedAt],
  ])
  return tx.all(sql`
    UPDATE "comment" SET "status" = n."toStatus", "approvedRevisionId" = n."toApproved",
      "pendingRevisionId" = n."toPending", "editedAt" = n."toEdited", "version" = "version" + 1,
      "shown" = ${shownFrom({ status: sql`n."toStatus"` })}
    FROM (
      SELECT j.value ->> 0 AS "ofId", j.value ->> 1 AS "wasStatus", CAST(j.value ->> 2 AS BIGINT) AS "wasVersion",
        CAST(j.value ->> 3 AS BIGINT) AS "wasHidden", j.value ->> 4 AS "toStatus", j.value ->> 5 AS "toApproved",
        j.value ->> 6 AS "toPending", CAST(j.value ->> 7 AS BIGINT) AS "toEdited"
      FROM ${dialect.elements(JSON.stringify(rows))}) n
    WHERE "comment"."id" = n."ofId" AND "comment"."status" = n."wasStatus" AND "comment"."version" = n."wasVersion"
      AND "comment"."hiddenAncestors" = COALESCE(n."wasHidden", "comment"."hiddenAncestors")
      AND NOT EXISTS (SELECT 1 FROM "comment" d WHERE d."parentId" = "comment"."id")
    RETURNING ${LEAF_COLUMNS}, "floodId", "createdAt"`)
}

const writeRevisions = (tx: SqlRunner, dialect: Dialect, changes: readonly CommentChange[]) => {
  const rows = changes.flatMap(({ commentId, to }) =>
    Object.entries(to.revisions).map(([id, state]) => [id, commentId, state]),
  )
  return tx.run(sql`
    UPDATE "comment_revision" SET "state" = n."toState"
    FROM (
      SELECT j.value ->> 0 AS "ofId", j.value ->> 1 AS "ofComment", j.value ->> 2 AS "toState"
      FROM ${dialect.elements(JSON.stringify(rows))}) n
    WHERE "comment_revision"."id" = n."ofId" AND "comment_revision"."commentId" = n."ofComment"
      AND "comment_revision"."state" <> n."toState"`)
}

const writeDecisions = (
  tx: SqlRunner,
  changes: readonly DecidedChange[],
  written: ReadonlyMap<string, Row>,
): Promise<void> => {
  const rows = changes.map(({ commentId, decision }) => {
    const row = written.get(commentId)
    return decisionCells(decision, row ? integer(row, 'createdAt') : null)
  })
  return insertRows(tx, INTO_DECISION, rows)
}

/** One by one, because reports are few: only of what was public once there are any, and of most of that there is none. */
const settleReports = async (
  tx: SqlRunner,
  dialect: Dialect,
  changes: readonly DecidedChange[],
): Promise<void> => {
  const onceSeen = changes.filter(
    ({ decision }) => decision.undoesId !== null || decision.before.approvedRevisionId !== null,
  )
  if (onceSeen.length === 0) return
  const ids = onceSeen.map(({ commentId }) => commentId)
  const rows = await tx.all(
    sql`SELECT DISTINCT "commentId" FROM "report" WHERE "commentId" IN (${idsIn(dialect, ids)})`,
  )
  const reported = new Set(rows.map((row) => text(row, 'commentId')))
  for (const { commentId, decision, to } of onceSeen) {
    if (!reported.has(commentId)) continue
    if (decision.undoesId === null) await answerReports(tx, decision, to)
    else await reopenReports(tx, commentId, decision.undoesId)
  }
}

/** The changes that were made. */
const applyToLeaves = async (
  tx: SqlRunner,
  { db: { dialect }, ids, clock }: StoreTools,
  changes: readonly DecidedChange[],
  aftermath: Aftermath,
): Promise<readonly DecidedChange[]> => {
  if (changes.length === 0) return []
  const rows = new Map((await writeLeaves(tx, dialect, changes)).map((row) => [text(row, 'id'), row]))
  const made = changes.filter(({ commentId }) => rows.has(commentId))
  if (made.length === 0) return []
  await writeRevisions(tx, dialect, made)
  await writeDecisions(tx, made, rows)
  await settleReports(tx, dialect, made)
  const effects = made.flatMap((change) => change.effects)
  await queueEffects(tx, effects, ids, clock.now())
  const leaves = made.flatMap(({ commentId, expect, to }) => {
    const row = rows.get(commentId)
    return row ? [{ place: readPlace(row), from: expect.status, to: to.status }] : []
  })
  await keepLeafNumbers(tx, dialect, leaves)
  for (const { commentId, expect, to, decision } of made) {
    const [waited, waits] = [decision.before.pendingRevisionId !== null, to.pendingRevisionId !== null]
    aftermath.desk.move({ status: expect.status, waits: waited }, { status: to.status, waits })
    const row = rows.get(commentId)
    const flood = row ? textOrNull(row, 'floodId') : null
    if (flood !== null) aftermath.floods.add(flood)
  }
  return made
}

/** The ids of the comments that were changed. */
export const applyChanges = async (
  tx: SqlRunner,
  tools: StoreTools,
  changes: readonly CommentChange[],
  aftermath: Aftermath,
): Promise<ReadonlySet<string>> => {
  const { dialect } = tools.db
  await lockBranches(tx, dialect, changes.map(idOf))
  const undone = await undoneAmong(tx, dialect, changes)
  const due = changes.filter(({ decision }) => !undone.has(decision?.undoesId ?? ''))
  const made = new Set((await applyToLeaves(tx, tools, due.filter(isDecided), aftermath)).map(idOf))
  const left = due.filter(({ commentId }) => !made.has(commentId))
  const answered = await answeredAmong(tx, dialect, left.map(idOf))
  const fromBelow = left
    .filter((change) => answered.has(change.commentId) || !isDecided(change))
    .sort((a, b) => (answered.get(b.commentId) ?? 0) - (answered.get(a.commentId) ?? 0))
  for (const change of fromBelow) {
    if (await applyChange(tx, tools, change, aftermath)) made.add(change.commentId)
  }
  return made
}
