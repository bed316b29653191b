import type { Database } from '../../lib/db/database'
import { countDeskNumbers } from '../../lib/db/desk-numbers'
import { type Sql, join, sql } from '../../lib/db/sql'

/** A million comments, every tenth of which waits. */
const DESK_COMMENTS = 1_000_000
const GUESTS = 1_000
const FROM = Date.UTC(2026, 0, 1)
const WORDS = 'The ferry keeps its own time and nobody on the quay minds a late boat as long as it comes in.'

const series = (count: number): Sql => sql`
  WITH RECURSIVE n("i") AS (SELECT 1 UNION ALL SELECT "i" + 1 FROM n WHERE "i" < ${count})`

/**
 * Rows as the product would have written them one by one, made by SQLite itself, under pieces that are there. The ids
 * are random, so that the indexes are filled as they would be.
 */
export const seedBigDesk = async (db: Database, articleIds: readonly string[]): Promise<void> => {
  const pieces = articleIds.map((id, n) => sql`WHEN ${n} THEN ${id}`)
  await db.transaction(async (tx) => {
    await tx.run(sql`
      INSERT INTO "guest" ("id", "keyHash", "createdAt", "lastSeenAt")
      ${series(GUESTS)} SELECT 'g' || substr('0000000000000000000000000' || "i", -25), "i", ${FROM}, ${FROM} FROM n`)
    await tx.run(sql`
      INSERT INTO "comment" ("id", "articleId", "rootId", "depth", "status", "latestRevisionId", "approvedRevisionId",
        "pendingRevisionId", "guestId", "name", "addressKey", "submissionKey", "createdAt", "queueOrder", "shown", "script",
        "links", "heldBy")
      ${series(DESK_COMMENTS)}, made("i", "h", "status") AS MATERIALIZED (
        SELECT "i", substr(lower(hex(randomblob(13))), 1, 25),
          CASE WHEN "i" % 10 = 0 THEN 'pending' WHEN "i" % 50 = 1 THEN 'rejected' WHEN "i" % 50 = 2 THEN 'spam'
            ELSE 'approved' END FROM n)
      SELECT 'c' || "h", CASE "i" % ${articleIds.length} ${join(pieces, ' ')} END, 'c' || "h", 0, "status", 'r' || "h",
        CASE "status" WHEN 'approved' THEN 'r' || "h" END, CASE "status" WHEN 'pending' THEN 'r' || "h" END,
        'g' || substr('0000000000000000000000000' || (("i" / 10) % ${GUESTS} + 1), -25), 'Reader ' || ("i" % 500),
        "i" % 5000, "h", ${FROM} + "i" * 1000, ${FROM} + "i" * 1000 - ("i" / 10 % 4) * 3600000,
        CASE "status" WHEN 'approved' THEN 1 ELSE 0 END, CASE WHEN "i" / 10 % 40 = 0 THEN 'Cyrillic' ELSE 'Latin' END,
        CASE WHEN "i" / 10 % 9 = 0 THEN 3 ELSE 0 END, CASE WHEN "i" / 10 % 9 = 0 THEN ',links,mode,' ELSE ',mode,' END
      FROM made`)
    await tx.run(sql`
      INSERT INTO "comment_revision" ("id", "commentId", "number", "state", "body", "fingerprint", "createdAt", "band0",
        "band1", "band2", "band3")
      SELECT "latestRevisionId", "id", 1, "status", ${WORDS} || ' ' || "id", "id", "createdAt", abs(random() % 4503599627370496),
        abs(random() % 4503599627370496), abs(random() % 4503599627370496), abs(random() % 4503599627370496)
      FROM "comment" WHERE "submissionKey" = substr("id", 2)`)
    await tx.run(sql`DELETE FROM "thread"`)
    await tx.run(sql`
      INSERT INTO "thread" ("articleId", "comments")
      SELECT "articleId", count(*) FROM "comment" WHERE "status" = 'approved' GROUP BY "articleId"`)
  })
  const numbers = Object.entries(await countDeskNumbers(db)).map(([name, n]) => sql`(${name}, ${n})`)
  await db.transaction(async (tx) => {
    await tx.run(sql`DELETE FROM "desk_number"`)
    await tx.run(sql`INSERT INTO "desk_number" ("name", "n") VALUES ${join(numbers)}`)
  })
}
