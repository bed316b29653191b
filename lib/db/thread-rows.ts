import type { ThreadRow } from '../comments/thread-reader'
import { integer, text, textOrNull } from './cells'
import { type Row, sql } from './sql'

/**
 * Columns of the comment `c` (its approved revision `r`, its parent `p`) for `readThreadRow`. A stub's name, text and
 * time do not leave the database at all.
 */
export const THREAD_COLUMNS = sql`c."id", c."parentId", c."rootId", c."depth", c."branchSize", c."shownReplies",
  CASE WHEN c."status" = 'approved' THEN 0 ELSE 1 END AS "stub",
  CASE WHEN c."status" = 'approved' THEN c."name" ELSE '' END AS "name",
  CASE WHEN c."status" = 'approved' THEN c."byStaff" ELSE 0 END AS "byStaff",
  CASE WHEN c."status" = 'approved' AND b."userId" IS NOT NULL THEN 1 ELSE 0 END AS "byAuthor",
  CASE WHEN c."status" = 'approved' THEN r."body" ELSE '' END AS "body",
  CASE WHEN c."status" = 'approved' AND c."editedAt" IS NOT NULL THEN 1 ELSE 0 END AS "edited",
  CASE WHEN c."status" = 'approved' AND c."featuredAt" IS NOT NULL THEN 1 ELSE 0 END AS "featured",
  CASE WHEN c."status" = 'approved' AND c."repliesClosedAt" IS NULL THEN 1 ELSE 0 END AS "takesReplies",
  CASE WHEN c."status" = 'approved' THEN c."recommends" ELSE 0 END AS "recommends",
  CASE WHEN c."status" = 'approved' THEN c."createdAt" ELSE 0 END AS "createdAt",
  CASE WHEN c."status" = 'approved' AND p."status" = 'approved' THEN p."name" ELSE '' END AS "parentName"`

/** What a row needs beside the comment `c`. */
export const THREAD_JOINS = sql`LEFT JOIN "comment_revision" r ON r."id" = c."approvedRevisionId"
  LEFT JOIN "comment" p ON p."id" = c."parentId"
  LEFT JOIN "byline" b ON b."articleId" = c."articleId" AND b."userId" = c."userId"`

/** One comment of a page of a thread; a stub has no text. */
export const readThreadRow = (row: Row): ThreadRow => ({
  id: text(row, 'id'),
  parentId: textOrNull(row, 'parentId'),
  rootId: text(row, 'rootId'),
  depth: integer(row, 'depth'),
  stub: integer(row, 'stub') === 1,
  name: text(row, 'name'),
  byStaff: integer(row, 'byStaff') === 1,
  byAuthor: integer(row, 'byAuthor') === 1,
  body: text(row, 'body'),
  edited: integer(row, 'edited') === 1,
  featured: integer(row, 'featured') === 1,
  takesReplies: integer(row, 'takesReplies') === 1,
  recommends: integer(row, 'recommends'),
  createdAt: integer(row, 'createdAt'),
  branchSize: integer(row, 'branchSize'),
  shownReplies: integer(row, 'shownReplies'),
  parentName: text(row, 'parentName'),
})
