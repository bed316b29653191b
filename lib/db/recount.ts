import { integer, text } from './cells'
import type { Database } from './database'
import { type Row, type Sql, sql } from './sql'

/* What the stored numbers of threads (thread-counters.ts) should be, by counting. Reads every comment. */

const NUMBERS = ['hiddenAncestors', 'shown', 'shownReplies', 'branchSize', 'recommends', 'comments'] as const
type Numbers = Readonly<Partial<Record<(typeof NUMBERS)[number], number>>>

/** A row whose numbers are not what counting gives: a comment, or a thread by the id of its article. */
export interface WrongNumbers {
  readonly of: 'comment' | 'thread'
  readonly id: string
  readonly stored: Numbers
  readonly counted: Numbers
}

/** `down`: how many ancestors hide each comment. `up`: the locally shown ones, from the approved upwards. */
const COUNTED = sql`
  WITH RECURSIVE down("id", "status", "hidden") AS (
    SELECT "id", "status", 0 FROM "comment" WHERE "parentId" IS NULL
    UNION ALL
    SELECT c."id", c."status",
      down."hidden" + CASE WHEN down."status" IN ('pending', 'rejected', 'spam') THEN 1 ELSE 0 END
    FROM down JOIN "comment" c ON c."parentId" = down."id"),
  up("id", "parentId") AS (
    SELECT "id", "parentId" FROM "comment" WHERE "status" = 'approved'
    UNION
    SELECT p."id", p."parentId" FROM up JOIN "comment" p ON p."id" = up."parentId"
    WHERE p."status" IN ('removed', 'erased')),
  standing("articleId", "rootId", "depth") AS (
    SELECT c."articleId", c."rootId", c."depth" FROM "comment" c JOIN down ON down."id" = c."id"
    WHERE c."status" = 'approved' AND down."hidden" = 0)`

const comments = (limit: number): Sql => sql`${COUNTED}
  SELECT * FROM (
    SELECT c."id", c."hiddenAncestors", c."shown", c."shownReplies", c."branchSize", c."recommends",
      down."hidden" AS "hiddenAncestorsCounted",
      CASE WHEN down."hidden" = 0 AND up."id" IS NOT NULL THEN 1 ELSE 0 END AS "shownCounted",
      COALESCE(replies."n", 0) AS "shownRepliesCounted",
      COALESCE(branches."n", 0) AS "branchSizeCounted",
      COALESCE(recommended."n", 0) AS "recommendsCounted"
    FROM "comment" c JOIN down ON down."id" = c."id"
    LEFT JOIN up ON up."id" = c."id"
    LEFT JOIN (SELECT "parentId", count(*) AS "n" FROM up GROUP BY "parentId") replies ON replies."parentId" = c."id"
    LEFT JOIN (SELECT "rootId", count(*) AS "n" FROM standing WHERE "depth" > 0 GROUP BY "rootId") branches
      ON branches."rootId" = c."id"
    LEFT JOIN (SELECT "commentId", count(*) AS "n" FROM "recommend" GROUP BY "commentId") recommended
      ON recommended."commentId" = c."id") counted
  WHERE "hiddenAncestors" <> "hiddenAncestorsCounted" OR "shown" <> "shownCounted"
    OR "shownReplies" <> "shownRepliesCounted" OR "branchSize" <> "branchSizeCounted"
    OR "recommends" <> "recommendsCounted"
  ORDER BY "id" LIMIT ${limit}`

const threads = (limit: number): Sql => sql`${COUNTED}
  SELECT * FROM (
    SELECT a."id", COALESCE(t."comments", 0) AS "comments", COALESCE(counts."n", 0) AS "commentsCounted"
    FROM "article" a LEFT JOIN "thread" t ON t."articleId" = a."id"
    LEFT JOIN (SELECT "articleId", count(*) AS "n" FROM standing GROUP BY "articleId") counts
      ON counts."articleId" = a."id") counted
  WHERE "comments" <> "commentsCounted" ORDER BY "id" LIMIT ${limit}`

const readWrong =
  (of: WrongNumbers['of']) =>
  (row: Row): WrongNumbers => {
    const wrong = NUMBERS.filter((name) => name in row && row[name] !== row[`${name}Counted`])
    const numbers = (suffix: string): Numbers =>
      Object.fromEntries(wrong.map((name) => [name, integer(row, name + suffix)]))
    return { of, id: text(row, 'id'), stored: numbers(''), counted: numbers('Counted') }
  }

/** Rows whose numbers are wrong, up to `limit` comments and as many threads. Empty when all is right. */
export const recount = async (db: Pick<Database, 'read'>, limit = 100): Promise<readonly WrongNumbers[]> => [
  ...(await db.read(comments(limit))).map(readWrong('comment')),
  ...(await db.read(threads(limit))).map(readWrong('thread')),
]
