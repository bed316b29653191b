import SqliteFile from 'better-sqlite3'
import { stemmerOf } from '../../lib/text/stem'

/**
 * A million comments and a backlog, as it grows where everything is held: of the newest 140,000 five in seven wait. Before
 * them everything was decided about.
 */
const COMMENTS = 1_000_000
const BACKLOG = 140_000
/** Twenty comments each. */
const GUESTS = 50_000
/** Of those that do not wait, so many of the newest have a decision row each, as all of them would. */
const DECIDED = 200_000
const REPORTED = 2_000
const FROM = Date.UTC(2026, 0, 1)
/** Behind the words stands what tells the texts apart: a rare word for every thousandth. */
const WORDS = 'The ferry keeps its own time and nobody on the quay minds a late boat as long as it comes in'
const RARE = 'lighthouse'

/** What lib/search puts into the index for such a text. */
const stems = (text: string): string => {
  const stem = stemmerOf('en')
  return text.split(' ').map(stem).join(' ')
}

const SERIES = `WITH RECURSIVE n("i") AS (SELECT 1 UNION ALL SELECT "i" + 1 FROM n WHERE "i" < ?)`
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
const guestOf = (n: string): string => `'g' || substr('0000000000000000000000000' || (${n}), -25)`

interface Parts {
  readonly articleIds: readonly string[]
  readonly moderatorId: string
}

const statements = ({
  articleIds,
  moderatorId,
}: Parts): readonly (readonly [sql: string, ...values: number[]])[] => {
  const pieces = articleIds.map((id, n) => `WHEN ${n} THEN ${text(id)}`).join(' ')
  const articleOf = `CASE "i" % ${articleIds.length} ${pieces} END`
  return [
    [
      `INSERT INTO "guest" ("id", "keyHash", "createdAt", "lastSeenAt")
     ${SERIES} SELECT ${guestOf('"i"')}, "i", ${FROM}, ${FROM} FROM n`,
      GUESTS,
    ],
    [
      `CREATE TEMP TABLE "made" AS ${SERIES}
     SELECT "i", substr(lower(hex(randomblob(13))), 1, 25) AS "h",
       -- as the product makes them: by time
       '0' || substr('0000000000' || "i", -10) || substr(lower(hex(randomblob(8))), 1, 15) AS "r",
       CASE WHEN "i" > ${COMMENTS - BACKLOG} AND "i" % 7 < 5 THEN 'pending' WHEN "i" % 50 = 1 THEN 'rejected'
         WHEN "i" % 50 = 2 THEN 'spam' ELSE 'approved' END AS "status" FROM n`,
      COMMENTS,
    ],
    [
      `INSERT INTO "comment" ("id", "articleId", "rootId", "depth", "status", "latestRevisionId", "approvedRevisionId",
       "pendingRevisionId", "guestId", "name", "addressKey", "submissionKey", "createdAt", "queueOrder", "shown", "script",
       "links", "heldBy")
     SELECT 'c' || "h", ${articleOf},
       'c' || "h", 0, "status", "r",
       CASE "status" WHEN 'approved' THEN "r" END, CASE "status" WHEN 'pending' THEN "r" END,
       ${guestOf(`"i" * 7919 % ${GUESTS} + 1`)}, 'Reader ' || ("i" % 500),
       "i" % 5000, "h", ${FROM} + "i" * 1000, ${FROM} + "i" * 1000 - ("i" / 10 % 4) * 3600000,
       CASE "status" WHEN 'approved' THEN 1 ELSE 0 END, CASE WHEN "i" / 10 % 40 = 0 THEN 'Cyrillic' ELSE 'Latin' END,
       CASE WHEN "i" / 10 % 9 = 0 THEN 3 ELSE 0 END, CASE WHEN "i" / 10 % 9 = 0 THEN ',links,mode,' ELSE ',mode,' END
     FROM "made" ORDER BY "i"`,
    ],
    [
      `INSERT INTO "comment_revision" ("id", "commentId", "number", "state", "body", "fingerprint", "createdAt", "band0",
       "band1", "band2", "band3")
     SELECT "r", 'c' || "h", 1, "status",
       ${text(WORDS)} || CASE WHEN "i" % 1000 = 0 THEN ' ${RARE}' ELSE '' END || ' ' || "i", "h", ${FROM} + "i" * 1000,
       abs(random() % 4503599627370496), abs(random() % 4503599627370496), abs(random() % 4503599627370496),
       abs(random() % 4503599627370496)
     FROM "made" ORDER BY "i"`,
    ],
    [
      `INSERT INTO "decision" ("id", "commentId", "revisionId", "actorKind", "userId", "move", "fromStatus", "toStatus",
       "before", "createdAt", "commentAt")
     SELECT '0' || substr('0000000000000000000000000' || "i", -25), 'c' || "h", "r", 'user', ${text(moderatorId)},
       CASE "status" WHEN 'approved' THEN 'approve' WHEN 'spam' THEN 'spam' ELSE 'reject' END, 'pending', "status",
       '{"status":"pending","approvedRevisionId":null,"pendingRevisionId":"' || "r" || '","editedAt":null,"revisions":{"' || "r" || '":"pending"}}',
       ${FROM} + "i" * 1000 + 60000, ${FROM} + "i" * 1000
     FROM "made" WHERE "status" <> 'pending' AND "i" > ${COMMENTS - DECIDED}`,
    ],
    [
      `INSERT INTO "report" ("id", "commentId", "revisionId", "reporterKey", "reason", "createdAt", "weight")
     SELECT 'p' || "h", 'c' || "h", "r", 'guest:' || "i", 'other', ${FROM} + "i" * 1000 + 90000, 5
     FROM "made" WHERE "status" = 'approved' AND "i" % 20 = 3 LIMIT ${REPORTED}`,
    ],
    [
      `UPDATE "comment" SET "reportScore" = 5 + "createdAt" / 1000 % 90 WHERE "id" IN (SELECT "commentId" FROM "report")`,
    ],
    [
      `INSERT INTO "comment_search" ("number", "id", "articleId", "stamp", "language", "words")
     SELECT (${FROM} + "i" * 1000) * 1024, 'c' || "h", ${articleOf},
       "r" || CASE "status" WHEN 'approved' THEN "r" ELSE '' END, 'en', ''
     FROM "made" ORDER BY "i"`,
    ],
    [
      `INSERT INTO "comment_search_index" ("rowid", "title", "lead", "body", "words")
     SELECT (${FROM} + "i" * 1000) * 1024, 'reader ' || ("i" % 500), '',
       ${text(stems(WORDS))} || CASE WHEN "i" % 1000 = 0 THEN ' ${stems(RARE)}' ELSE '' END || ' ' || "i", ''
     FROM "made" ORDER BY "i"`,
    ],
    [`DELETE FROM "thread"`],
    [
      `INSERT INTO "thread" ("articleId", "comments")
     SELECT ${articleOf}, count(*) FROM "made" WHERE "status" = 'approved' GROUP BY 1`,
    ],
    [`DELETE FROM "desk_number"`],
    [
      `INSERT INTO "desk_number" ("name", "n") SELECT "status", count(*) FROM "made" GROUP BY "status"
    UNION ALL SELECT 'waiting', count(*) FROM "made" WHERE "status" = 'pending'`,
    ],
  ]
}

/** What the search of the bench looks for. */
export const SEARCHED = { rare: RARE, common: 'ferry quay', name: 'reader 17' } as const

/**
 * Rows as the product would have written them one by one, in the order of time and with every index in its place, so that
 * the pages of the file are as full as they grow; made by SQLite itself on a connection of its own, without waiting for the
 * disk.
 */
export const seedBigDesk = (file: string, parts: Parts, say: (text: string) => void): void => {
  const db = new SqliteFile(file)
  const timed = (what: string, work: () => void): void => {
    const from = performance.now()
    work()
    say(`  ${what}: ${((performance.now() - from) / 1000).toFixed(1)} s`)
  }
  try {
    for (const pragma of [
      'journal_mode = MEMORY',
      'synchronous = OFF',
      'foreign_keys = OFF',
      'cache_size = -1500000',
      'temp_store = MEMORY',
    ]) {
      db.pragma(pragma)
    }
    db.exec('BEGIN')
    for (const [sql, ...values] of statements(parts)) {
      timed(sql.trim().slice(0, 40), () => void db.prepare(sql).run(...values))
    }
    timed('onto the disk', () => db.exec('COMMIT'))
    db.pragma('journal_mode = WAL')
  } finally {
    db.close()
  }
}
