import type { Comment } from '../comments/comment'
import type { Somebody } from '../moderation/screening-reader'
import { integer, text } from './cells'
import { type Row, type Sql, sql } from './sql'

/*
 * Somebody's newest comments, which every new one of theirs asks for: how fifty of them stand, which is fifty rows in
 * fifty places, and when two hundred were written. Both are remembered (steady-rows.ts), and what the thread stores is
 * added to what is remembered.
 */

/** For what stands of somebody's, so many are looked at. */
const STANDING_AMONG = 50
/** `WRITTEN_MAX` of the port; its contract test holds the two together. */
const WRITTEN_MAX = 200

/** A condition: the comment is this person’s. */
export const isBy = (who: Somebody): Sql =>
  'guestId' in who ? sql`"guestId" = ${who.guestId}` : sql`"userId" = ${who.userId}`

const keyOf = (what: string, who: Somebody): string =>
  'guestId' in who ? `${what} of guest ${who.guestId}` : `${what} of user ${who.userId}`

/** As `newest` is remembered. */
export const newestKey = (who: Somebody): string => keyOf('newest', who)
/** As `newestTimes` is remembered. */
export const newestTimesKey = (who: Somebody): string => keyOf('times', who)

const FIRST = sql`ORDER BY "createdAt" DESC, "id" DESC`

/** `id`, `status` and `createdAt`, newest first; `among` narrows them down. */
export const newest = (who: Somebody, among: Sql): Sql => sql`
  SELECT "id", "status", "createdAt" FROM "comment" WHERE ${isBy(who)} ${among} ${FIRST} LIMIT ${STANDING_AMONG}`

/** `id` and `createdAt`, newest first: the index alone. */
export const newestTimes = (who: Somebody, among: Sql): Sql => sql`
  SELECT "id", "createdAt" FROM "comment" WHERE ${isBy(who)} ${among} ${FIRST} LIMIT ${WRITTEN_MAX}`

const comesBefore = (a: Row, b: Row): number =>
  integer(b, 'createdAt') - integer(a, 'createdAt') || (text(a, 'id') < text(b, 'id') ? 1 : -1)

const withOne =
  (most: number) =>
  (rows: readonly Row[], { id, status, createdAt }: Comment): readonly Row[] =>
    rows.some((row) => text(row, 'id') === id)
      ? rows
      : [{ id, status, createdAt }, ...rows].sort(comesBefore).slice(0, most)

/** What they give once this comment is stored, from what they gave before or give already. */
export const withNewest = withOne(STANDING_AMONG)
export const withNewestTime = withOne(WRITTEN_MAX)

/** Whose comment it is. */
export const writerOf = ({ guestId, userId }: Comment): Somebody =>
  guestId === null ? { userId: userId ?? '' } : { guestId }
