import { personKeyOf } from '../accounts/person-key'
import { WISHES, type Wish } from '../comments/subscription'
import type { Instant } from '../kernel/clock'
import type { NewsRow, QuestionRow } from '../notifications/notice-store'
import { integer, oneOf, text, textOrNull } from './cells'
import { type Row, type Sql, sql } from './sql'
import { articleIsPublic, commentStands } from './visible'

/** The public piece `a` of the comment `c`, with its live text `v`; none while it is not public. */
export const publicPiece = (now: Instant): Sql => sql`
  LEFT JOIN "article" a ON a."id" = c."articleId" AND ${articleIsPublic(now)}
  LEFT JOIN "article_revision" v ON v."id" = a."liveRevisionId"`

export const PIECE_COLUMNS = sql`a."slug", v."title"`

const holder = (row: Row) =>
  personKeyOf({ userId: textOrNull(row, 'userId'), guestId: textOrNull(row, 'guestId') })

const piece = (row: Row) => ({ slug: text(row, 'slug'), title: text(row, 'title') })

/** The piece of a row with `PIECE_COLUMNS`, while it is public. */
export const pieceOrNull = (row: Row) => (row['slug'] === null ? null : piece(row))

/** The notice `n` may be told: the subscriber `s` was not shut out, their comment `m` stands, and so does `c`. */
const tellable = sql`(${commentStands} AND a."id" IS NOT NULL AND m."status" = 'approved' AND u."disabledAt" IS NULL)`

/** Name and text leave the database only while readers see them. */
export const newsQuery = (noticeIds: Sql, now: Instant): Sql => sql`
  SELECT n."id" AS "noticeId", n."subscriptionId", n."commentId", n."createdAt", n."attempts", s."kind", s."email",
    s."userId", s."guestId", CASE WHEN c."status" = 'approved' AND u."disabledAt" IS NULL THEN 1 ELSE 0 END AS "approved",
    CASE WHEN ${tellable} THEN 1 ELSE 0 END AS "visible",
    CASE WHEN ${tellable} THEN c."name" ELSE '' END AS "name",
    CASE WHEN ${tellable} THEN r."body" ELSE '' END AS "body", ${PIECE_COLUMNS}
  FROM "notice" n
  JOIN "subscription" s ON s."id" = n."subscriptionId"
  JOIN "comment" m ON m."id" = s."commentId"
  LEFT JOIN "user" u ON u."id" = s."userId"
  LEFT JOIN "comment" c ON c."id" = n."commentId"
  LEFT JOIN "comment_revision" r ON r."id" = c."approvedRevisionId"
  ${publicPiece(now)}
  WHERE n."id" IN (${noticeIds}) ORDER BY n."createdAt", n."id"`

/** One notice that is to go out, with what it is about. */
export const readNews = (row: Row): NewsRow => ({
  noticeId: text(row, 'noticeId'),
  subscriptionId: text(row, 'subscriptionId'),
  wish: oneOf(row, 'kind', WISHES),
  holder: holder(row),
  email: text(row, 'email'),
  createdAt: integer(row, 'createdAt'),
  attempts: integer(row, 'attempts'),
  commentId: text(row, 'commentId'),
  visible:
    integer(row, 'visible') === 1
      ? { name: text(row, 'name'), body: text(row, 'body'), piece: piece(row) }
      : null,
  approved: integer(row, 'approved') === 1,
})

/** Questions worth asking: nothing that was turned away or taken back, and no piece that is not public. */
export const questionQuery = (noticeIds: Sql, now: Instant): Sql => sql`
  SELECT n."id" AS "noticeId", n."subscriptionId", n."commentId", n."attempts", s."email", s."emailKey",
    s."userId", s."guestId", ${PIECE_COLUMNS}
  FROM "notice" n
  JOIN "subscription" s ON s."id" = n."subscriptionId"
  JOIN "comment" c ON c."id" = s."commentId"
  ${publicPiece(now)}
  WHERE n."id" IN (${noticeIds}) AND s."confirmedAt" IS NULL AND s."endedAt" IS NULL
    AND c."status" IN ('pending', 'approved') AND a."id" IS NOT NULL
  ORDER BY n."createdAt", n."id"`

/** One address that is to be asked whether it wants mail, with the `wishes` it is asked about. */
export const readQuestion = (row: Row, wishes: readonly Wish[]): QuestionRow => ({
  noticeId: text(row, 'noticeId'),
  subscriptionId: text(row, 'subscriptionId'),
  holder: holder(row),
  email: text(row, 'email'),
  emailKey: text(row, 'emailKey'),
  commentId: text(row, 'commentId'),
  wishes,
  piece: piece(row),
  attempts: integer(row, 'attempts'),
})
