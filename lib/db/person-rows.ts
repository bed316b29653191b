import { ROLES } from '../kernel/actor'
import type { PersonRow } from '../moderation/people-reader'
import { type PersonKey, personKeyOf } from '../accounts/person-key'
import type { AuthorRecord } from '../moderation/trust'
import { integer, integerOrNull, oneOf, text, textOrNull } from './cells'
import type { Database } from './database'
import { type Row, type Sql, join, sql } from './sql'

/* People as the desk lists them: accounts and guest keys, each completed from its comments. */

/** Columns of the account `u` and of the guest `g`, for `readPerson`. */
export const ACCOUNT = sql`SELECT u."id" AS "userId", NULL AS "guestId", u."createdAt" AS "since", u."id" AS "id",
  u."name" AS "name", u."role" AS "role" FROM "user" u`
export const GUEST = sql`SELECT NULL AS "userId", g."id" AS "guestId", g."createdAt" AS "since", g."id" AS "id",
  COALESCE((SELECT c."name" FROM "comment" c WHERE c."guestId" = g."id"
    ORDER BY c."createdAt" DESC, c."id" DESC LIMIT 1), '') AS "name", NULL AS "role" FROM "guest" g`

type Known = Omit<PersonRow, 'lastAt' | 'record'>

const readPerson = (row: Row): Known => ({
  key: personKeyOf({ userId: textOrNull(row, 'userId'), guestId: textOrNull(row, 'guestId') }),
  name: text(row, 'name'),
  role: row['role'] === null ? null : oneOf(row, 'role', ROLES),
  since: integer(row, 'since'),
})

/** How the comments of each stand, and when the newest came: one question for all accounts, one for all guests. */
const standings = async (
  db: Database,
  column: 'userId' | 'guestId',
  ids: readonly string[],
): Promise<readonly Row[]> => {
  if (ids.length === 0) return []
  const author = column === 'userId' ? sql`"userId"` : sql`"guestId"`
  return db.read(sql`
    SELECT ${author} AS "author", count(CASE WHEN "status" = 'approved' THEN 1 END) AS "approved",
      count(CASE WHEN "status" = 'rejected' THEN 1 END) AS "rejected",
      count(CASE WHEN "status" = 'spam' THEN 1 END) AS "spam",
      count("pendingRevisionId") AS "waiting", max("createdAt") AS "lastAt"
    FROM "comment" WHERE ${author} IN (${join([...ids])}) GROUP BY ${author}`)
}

const readRecord = (row: Row): AuthorRecord => ({
  approved: integer(row, 'approved'),
  rejected: integer(row, 'rejected'),
  spam: integer(row, 'spam'),
  waiting: integer(row, 'waiting'),
})

/** The people of these rows, in their order, each with how their comments stand. */
export const completePeople = async (db: Database, rows: readonly Row[]): Promise<readonly PersonRow[]> => {
  const known = rows.map(readPerson)
  const idsOf = (kind: string): readonly string[] =>
    known.flatMap(({ key }) => (key.startsWith(kind) ? [key.slice(kind.length)] : []))
  const [accounts, guests] = await Promise.all([
    standings(db, 'userId', idsOf('user:')),
    standings(db, 'guestId', idsOf('guest:')),
  ])
  const found = new Map([
    ...accounts.map((row) => [`user:${text(row, 'author')}`, row] as const),
    ...guests.map((row) => [`guest:${text(row, 'author')}`, row] as const),
  ])
  return known.map((person) => {
    const row = found.get(person.key)
    return {
      ...person,
      lastAt: row ? integerOrNull(row, 'lastAt') : null,
      record: row ? readRecord(row) : { approved: 0, rejected: 0, spam: 0, waiting: 0 },
    }
  })
}

/** The comment `c` is theirs. */
export const isTheirs = (key: PersonKey): Sql => {
  const id = key.slice(key.indexOf(':') + 1)
  return key.startsWith('user:') ? sql`c."userId" = ${id}` : sql`c."guestId" = ${id}`
}
