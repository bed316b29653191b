import type { Comment } from '../comments/comment'
import type { Somebody } from '../moderation/screening-reader'
import { integer, text } from './cells'
import { type Row, type Sql, sql } from './sql'

/*
 * Somebody's newest comments, which every new one of theirs asks for: fifty rows in fifty places. They are remembered
 * (steady-rows.ts), and what the thread stores is added to what is remembered.
 */

/** For what stands of somebody's, so many are looked at. */
const MOST = 50

export const isBy = (who: Somebody): Sql =>
  'guestId' in who ? sql`"guestId" = ${who.guestId}` : sql`"userId" = ${who.userId}`

/** As `newest` is remembered. */
export const newestKey = (who: Somebody): string =>
  'guestId' in who ? `newest of guest ${who.guestId}` : `newest of user ${who.userId}`

/** `id`, `status` and `createdAt`, newest first; `among` narrows them down. */
export const newest = (who: Somebody, among: Sql): Sql => sql`
  SELECT "id", "status", "createdAt" FROM "comment" WHERE ${isBy(who)} ${among}
  ORDER BY "createdAt" DESC, "id" DESC LIMIT ${MOST}`

const comesBefore = (a: Row, b: Row): number =>
  integer(b, 'createdAt') - integer(a, 'createdAt') || (text(a, 'id') < text(b, 'id') ? 1 : -1)

/** What `newest` gives once this comment is stored, from what it gave before or gives already. */
export const withNewest = (rows: readonly Row[], { id, status, createdAt }: Comment): readonly Row[] =>
  rows.some((row) => text(row, 'id') === id)
    ? rows
    : [{ id, status, createdAt }, ...rows].sort(comesBefore).slice(0, MOST)

/** Whose comment it is. */
export const writerOf = ({ guestId, userId }: Comment): Somebody =>
  guestId === null ? { userId: userId ?? '' } : { guestId }
