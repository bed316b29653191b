import type { CommentChange } from '../comments/comment-store'
import { type Aftermath, applyChange } from './apply-change'
import { integer, text, textOrNull } from './cells'
import type { Dialect } from './dialect/dialect'
import { queueManyEffects } from './outbox-rows'
import { answerReports, reopenReports } from './report-statements'
import { type Row, type SqlRunner, sql } from './sql'
import type { StoreTools } from './store-tools'
import { PLACE_COLUMNS, keepLeafNumbers, readPlace, shownFrom } from './thread-counters'

/*
 * Many changes at once, a handful of statements however many. Comments that nobody has answered come first, all
 * together: no change of one of them touches another. What has answers follows one by one, from below upwards, so that
 * everything is found hidden or not as the decision saw it.
 */

interface Before {
  readonly waited: boolean
  readonly floodId: string | null
  readonly depth: number
  readonly answered: boolean
}

const readBefore = (row: Row): readonly [string, Before] => [
  text(row, 'id'),
  {
    waited: textOrNull(row, 'pendingRevisionId') !== null,
    floodId: textOrNull(row, 'floodId'),
    depth: integer(row, 'depth'),
    answered: integer(row, 'answered') === 1,
  },
]

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

const befores = async (
  tx: SqlRunner,
  dialect: Dialect,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Before>> => {
  const rows = await tx.all(sql`
    SELECT c."id", c."pendingRevisionId", c."floodId", c."depth",
      CASE WHEN EXISTS (SELECT 1 FROM "comment" d WHERE d."parentId" = c."id") THEN 1 ELSE 0 END AS "answered"
    FROM "comment" c WHERE c."id" IN (${idsIn(dialect, ids)})`)
  return new Map(rows.map(readBefore))
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

const writeComments = (tx: SqlRunner, dialect: Dialect, changes: readonly CommentChange[]) => {
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
    RETURNING ${PLACE_COLUMNS}`)
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

const writeDecisions = async (
  tx: SqlRunner,
  dialect: Dialect,
  changes: readonly CommentChange[],
): Promise<void> => {
  const rows = changes.flatMap(({ decision: d }) =>
    d
      ? [
          [
            ...[
              d.id,
              d.commentId,
              d.revisionId,
              d.actor.kind,
              d.actor.kind === 'user' ? d.actor.userId : null,
            ],
            ...[d.move, d.from, d.to, JSON.stringify(d.before), d.reason, d.note, d.undoesId, d.createdAt],
            d.batchId ?? null,
          ],
        ]
      : [],
  )
  if (rows.length === 0) return
  await tx.run(sql`
    INSERT INTO "decision" ("id", "commentId", "revisionId", "actorKind", "userId", "move", "fromStatus", "toStatus",
      "before", "reason", "note", "undoesId", "createdAt", "batchId")
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
      j.value ->> 7, j.value ->> 8, j.value ->> 9, j.value ->> 10, j.value ->> 11, CAST(j.value ->> 12 AS BIGINT),
      j.value ->> 13
    FROM ${dialect.elements(JSON.stringify(rows))}`)
}

/** One by one, because reports are few: of most comments there is none. */
const settleReports = async (
  tx: SqlRunner,
  dialect: Dialect,
  changes: readonly CommentChange[],
): Promise<void> => {
  const ids = changes.map(({ commentId }) => commentId)
  const rows = await tx.all(
    sql`SELECT DISTINCT "commentId" FROM "report" WHERE "commentId" IN (${idsIn(dialect, ids)})`,
  )
  const reported = new Set(rows.map((row) => text(row, 'commentId')))
  for (const { commentId, decision, to } of changes) {
    if (!decision || !reported.has(commentId)) continue
    if (decision.undoesId === null) await answerReports(tx, decision, to)
    else await reopenReports(tx, commentId, decision.undoesId)
  }
}

const applyToLeaves = async (
  tx: SqlRunner,
  { db: { dialect }, ids, clock }: StoreTools,
  changes: readonly CommentChange[],
): Promise<readonly CommentChange[]> => {
  if (changes.length === 0) return []
  const places = new Map(
    (await writeComments(tx, dialect, changes)).map((row) => [text(row, 'id'), readPlace(row)]),
  )
  const made = changes.filter(({ commentId }) => places.has(commentId))
  if (made.length === 0) return []
  await writeRevisions(tx, dialect, made)
  await writeDecisions(tx, dialect, made)
  await settleReports(tx, dialect, made)
  await queueManyEffects(
    tx,
    dialect,
    made.flatMap(({ effects }) => effects),
    ids,
    clock.now(),
  )
  await keepLeafNumbers(
    tx,
    dialect,
    made.flatMap(({ commentId, expect, to }) => {
      const place = places.get(commentId)
      return place ? [{ place, from: expect.status, to: to.status }] : []
    }),
  )
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
  const ids = changes.map(({ commentId }) => commentId)
  await lockBranches(tx, dialect, ids)
  const [before, undone] = [await befores(tx, dialect, ids), await undoneAmong(tx, dialect, changes)]
  const due = changes.filter(
    ({ commentId, decision }) => before.has(commentId) && !undone.has(decision?.undoesId ?? ''),
  )
  const isLeaf = ({ commentId, revision }: CommentChange): boolean =>
    revision === undefined && before.get(commentId)?.answered === false
  const made = new Set<string>()
  for (const { commentId, expect, to } of await applyToLeaves(tx, tools, due.filter(isLeaf))) {
    const was = before.get(commentId)
    const waits = to.pendingRevisionId !== null
    aftermath.desk.move({ status: expect.status, waits: was?.waited === true }, { status: to.status, waits })
    if (was?.floodId) aftermath.floods.add(was.floodId)
    made.add(commentId)
  }
  const depthOf = ({ commentId }: CommentChange): number => before.get(commentId)?.depth ?? 0
  const answered = due.filter((change) => !isLeaf(change)).sort((a, b) => depthOf(b) - depthOf(a))
  for (const change of answered) {
    if (await applyChange(tx, tools, change, aftermath)) made.add(change.commentId)
  }
  return made
}
