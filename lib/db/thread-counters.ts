import { COMMENT_STATUSES, type CommentStatus, HIDING, STUB, VISIBLE } from '../comments/comment-status'
import { integer, oneOf, text, textOrNull } from './cells'
import type { Dialect } from './dialect/dialect'
import { type Row, type Sql, type SqlRunner, sql } from './sql'

/*
 * The numbers a thread is read by (decision 10), kept inside the transaction of each change, under the lock of the
 * branch's root: `comment.shown`, `comment.shownReplies`, `comment.branchSize`, `thread.comments`. A comment is
 * *locally* shown when it is approved, or a stub with locally shown replies, whatever is above it; it is shown when
 * nothing above hides it either. What the numbers should be by counting stands in recount.ts.
 */

/** Where a comment stands, with its own numbers before the change (which a change of itself leaves as they are). */
export interface Place {
  readonly id: string
  readonly articleId: string
  readonly parentId: string | null
  readonly rootId: string
  readonly hiddenAncestors: number
  readonly shownReplies: number
  /** Whether anything stands below it, seen or not. */
  readonly answered: boolean
}

/** Where a comment stands in its thread, and what counts there. */
export const readPlace = (row: Row): Place => ({
  id: text(row, 'id'),
  articleId: text(row, 'articleId'),
  parentId: textOrNull(row, 'parentId'),
  rootId: text(row, 'rootId'),
  hiddenAncestors: integer(row, 'hiddenAncestors'),
  shownReplies: integer(row, 'shownReplies'),
  answered: integer(row, 'answered') === 1,
})

const PLACE = sql`"id", "articleId", "parentId", "rootId", "hiddenAncestors", "shownReplies"`

/** Columns for `readPlace`, of an UPDATE of comments that nobody has answered. */
export const LEAF_COLUMNS = sql`${PLACE}, 0 AS "answered"`

/** Columns for `readPlace`, of an UPDATE of the table `comment`. */
export const PLACE_COLUMNS = sql`${PLACE},
  CASE WHEN EXISTS (SELECT 1 FROM "comment" d WHERE d."parentId" = "comment"."id") THEN 1 ELSE 0 END AS "answered"`

/** `shown` of a row, from what its columns are after the change. */
export const shownFrom = (after: {
  readonly status?: Sql
  readonly hiddenAncestors?: Sql
  readonly shownReplies?: Sql
}): Sql => {
  const { status = sql`"status"`, hiddenAncestors = sql`"hiddenAncestors"` } = after
  const { shownReplies = sql`"shownReplies"` } = after
  return sql`CASE WHEN ${hiddenAncestors} = 0 AND (${status} = 'approved'
    OR (${status} IN ('removed', 'erased') AND ${shownReplies} > 0)) THEN 1 ELSE 0 END`
}

const isShownLocally = (status: CommentStatus | null, shownReplies: number): boolean =>
  status !== null && (VISIBLE.has(status) || (STUB.has(status) && shownReplies > 0))

/** Whether a change of status touches any of the numbers: then the root of the branch must be locked before it. */
export const changesNumbers = (from: CommentStatus, to: CommentStatus): boolean =>
  VISIBLE.has(from) !== VISIBLE.has(to) || HIDING.has(from) !== HIDING.has(to)

/** Everything below a comment has one hiding ancestor more (1) or less (-1). 60,000 rows walk in 100 ms. */
const shiftBelow = (commentId: string, shift: number): Sql => sql`
  WITH RECURSIVE below("id") AS (
    SELECT "id" FROM "comment" WHERE "parentId" = ${commentId}
    UNION ALL
    SELECT c."id" FROM below JOIN "comment" c ON c."parentId" = below."id")
  UPDATE "comment" SET "hiddenAncestors" = "hiddenAncestors" + ${shift},
    "shown" = ${shownFrom({ hiddenAncestors: sql`"hiddenAncestors" + ${shift}` })}
  WHERE "id" IN (SELECT "id" FROM below)`

/** How many comments below this one are approved with that many hiding ancestors. */
const countBelow = async (tx: SqlRunner, commentId: string, hiddenAncestors: number): Promise<number> => {
  const [row] = await tx.all(sql`
    WITH RECURSIVE below("id") AS (
      SELECT "id" FROM "comment" WHERE "parentId" = ${commentId}
      UNION ALL
      SELECT c."id" FROM below JOIN "comment" c ON c."parentId" = below."id")
    SELECT count(*) AS "n" FROM "comment"
    WHERE "id" IN (SELECT "id" FROM below) AND "status" = 'approved' AND "hiddenAncestors" = ${hiddenAncestors}`)
  return row ? integer(row, 'n') : 0
}

/** One locally shown reply more (1) or less (-1). `turns`: a stub that comes by it or goes, and has a parent to tell. */
const shiftParent = (parentId: string, by: number): Sql => sql`
  UPDATE "comment" SET "shownReplies" = "shownReplies" + ${by},
    "shown" = ${shownFrom({ shownReplies: sql`"shownReplies" + ${by}` })}
  WHERE "id" = ${parentId}
  RETURNING "parentId", CASE WHEN "status" IN ('removed', 'erased') AND "shownReplies" = ${by > 0 ? 1 : 0}
    AND "parentId" IS NOT NULL THEN 1 ELSE 0 END AS "turns"`

/** The same for a stub's parent, and upwards as far as stubs come or go: one statement, however long the way. */
const shiftAbove = (parentId: string, by: number): Sql => sql`
  WITH RECURSIVE up("id", "parentId", "turns") AS (
    SELECT "id", "parentId",
      CASE WHEN "status" IN ('removed', 'erased') AND "shownReplies" = ${by > 0 ? 0 : 1} THEN 1 ELSE 0 END
    FROM "comment" WHERE "id" = ${parentId}
    UNION ALL
    SELECT p."id", p."parentId",
      CASE WHEN p."status" IN ('removed', 'erased') AND p."shownReplies" = ${by > 0 ? 0 : 1} THEN 1 ELSE 0 END
    FROM up JOIN "comment" p ON p."id" = up."parentId" WHERE up."turns" = 1)
  UPDATE "comment" SET "shownReplies" = "shownReplies" + ${by},
    "shown" = ${shownFrom({ shownReplies: sql`"shownReplies" + ${by}` })}
  WHERE "id" IN (SELECT "id" FROM up)`

const growBranch = (rootId: string, by: number): Sql => sql`
  UPDATE "comment" SET "branchSize" = "branchSize" + ${by} WHERE "id" = ${rootId}`

const growThread = (articleId: string, by: number): Sql => sql`
  INSERT INTO "thread" ("articleId", "comments") VALUES (${articleId}, ${by})
  ON CONFLICT ("articleId") DO UPDATE SET "comments" = "thread"."comments" + excluded."comments"`

/**
 * Makes the numbers around a comment right after its status changed (`from` null: it is new). The caller has locked
 * the root of the branch and written the comment's own row with `shownFrom`. The thread's row comes last: it is the
 * one that changes in different branches wait for.
 */
export const keepNumbers = async (
  tx: SqlRunner,
  place: Place,
  from: CommentStatus | null,
  to: CommentStatus,
): Promise<void> => {
  const { id, articleId, parentId, rootId, hiddenAncestors, shownReplies, answered } = place
  const shift = from === null ? 0 : Number(HIDING.has(to)) - Number(HIDING.has(from))
  const local = Number(isShownLocally(to, shownReplies)) - Number(isShownLocally(from, shownReplies))
  const isInSight = hiddenAncestors === 0
  const self = isInSight ? Number(VISIBLE.has(to)) - Number(from !== null && VISIBLE.has(from)) : 0
  let below = 0
  if (shift !== 0 && answered) {
    // Without a locally shown reply nothing further down can stand either.
    if (isInSight && shownReplies > 0) below = -shift * (await countBelow(tx, id, shift > 0 ? 0 : 1))
    await tx.run(shiftBelow(id, shift))
  }
  if (parentId !== null && local !== 0) {
    const [parent] = await tx.all(shiftParent(parentId, local))
    if (parent && integer(parent, 'turns') === 1) await tx.run(shiftAbove(text(parent, 'parentId'), local))
  }
  const inBranch = below + (parentId === null ? 0 : self)
  if (inBranch !== 0) await tx.run(growBranch(rootId, inBranch))
  if (self + below !== 0) await tx.run(growThread(articleId, self + below))
}

/** A comment that nobody has answered, going from one status to another. */
export interface LeafChange {
  readonly place: Place
  readonly from: CommentStatus
  readonly to: CommentStatus
}

/** Sums by key, nothing where they are nothing. */
const sums = (
  parts: readonly (readonly [key: string | null, by: number])[],
): readonly (readonly [string, number])[] => {
  const found = new Map<string, number>()
  for (const [key, by] of parts) if (key !== null) found.set(key, (found.get(key) ?? 0) + by)
  return [...found].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
}

const rowsOf = (dialect: Dialect, rows: readonly (readonly [string, number])[]): Sql => sql`(
  SELECT j.value ->> 0 AS "of", CAST(j.value ->> 1 AS INTEGER) AS "by"
  FROM ${dialect.elements(JSON.stringify(rows))}) n`

/**
 * `keepNumbers` for many comments that nobody has answered, in four statements: nothing is below any of them, so that
 * only what is above changes, by sums.
 */
export const keepLeafNumbers = async (
  tx: SqlRunner,
  dialect: Dialect,
  leaves: readonly LeafChange[],
): Promise<void> => {
  const locally = ({ from, to }: LeafChange): number =>
    Number(isShownLocally(to, 0)) - Number(isShownLocally(from, 0))
  const selves = leaves.map(({ place, from, to }) => {
    const self = place.hiddenAncestors === 0 ? Number(VISIBLE.has(to)) - Number(VISIBLE.has(from)) : 0
    return [place, self] as const
  })
  const parents = sums(leaves.map((leaf) => [leaf.place.parentId, locally(leaf)]))
  if (parents.length > 0) {
    const rows = await tx.all(sql`
      UPDATE "comment" SET "shownReplies" = "shownReplies" + n."by",
        "shown" = ${shownFrom({ shownReplies: sql`"shownReplies" + n."by"` })}
      FROM ${rowsOf(dialect, parents)} WHERE "comment"."id" = n."of"
      RETURNING "id", "parentId", "status", "shownReplies"`)
    const by = new Map(parents)
    for (const row of rows) {
      const above = textOrNull(row, 'parentId')
      const now = integer(row, 'shownReplies')
      const before = now - (by.get(text(row, 'id')) ?? 0)
      const isStub = STUB.has(oneOf(row, 'status', COMMENT_STATUSES))
      if (isStub && above !== null && now > 0 !== before > 0)
        await tx.run(shiftAbove(above, now > 0 ? 1 : -1))
    }
  }
  const branches = sums(selves.map(([place, self]) => [place.parentId === null ? null : place.rootId, self]))
  if (branches.length > 0) {
    await tx.run(sql`
      UPDATE "comment" SET "branchSize" = "branchSize" + n."by"
      FROM ${rowsOf(dialect, branches)} WHERE "comment"."id" = n."of"`)
  }
  const threads = sums(selves.map(([place, self]) => [place.articleId, self]))
  if (threads.length > 0) {
    await tx.run(sql`
      INSERT INTO "thread" ("articleId", "comments") SELECT n."of", n."by" FROM ${rowsOf(dialect, threads)} WHERE true
      ON CONFLICT ("articleId") DO UPDATE SET "comments" = "thread"."comments" + excluded."comments"`)
  }
}
