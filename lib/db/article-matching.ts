import type { ArticleStatus } from '../articles/article-status'
import type { ArticleFilter, ListOrder } from '../articles/article-store'
import type { Instant } from '../kernel/clock'
import type { Cursor } from '../kernel/paging'
import { type Sql, empty, join, sql } from './sql'
import { articleIsPublic } from './visible'

/** What the piece `a` is at a moment: `statusAt` of lib/articles/article-status.ts, in SQL. */
const isAt = (status: ArticleStatus, now: Instant): Sql => {
  const isOver = sql`(a."status" = 'published' AND a."unpublishAt" <= ${now})`
  switch (status) {
    case 'published':
      return articleIsPublic(now)
    case 'scheduled':
      return sql`(a."status" = 'published' AND a."publishedAt" > ${now} AND NOT COALESCE(${isOver}, FALSE))`
    case 'unpublished':
      return sql`(a."status" = 'unpublished' OR ${isOver})`
    case 'draft':
    case 'review':
    case 'trashed':
      return sql`a."status" = ${status}`
  }
}

/** In LIKE, these stand for others. */
const literally = (text: string): string => text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** That the text of a column has these words, whatever the case of its letters. */
const has = (column: Sql, words: string): Sql =>
  sql`LOWER(${column}) LIKE ${`%${literally(words)}%`} ESCAPE '\\'`

/** Filters that look into the draft `d`. */
const inDraft = ({ words, title, tag, series, mayNeedAttention }: ArticleFilter): readonly Sql[] => [
  ...(words === undefined ? [] : [sql`(${has(sql`d."title"`, words)} OR ${has(sql`d."plainText"`, words)})`]),
  ...(title === undefined ? [] : [has(sql`d."title"`, title)]),
  // Names stand in a list of JSON.
  ...(tag === undefined ? [] : [has(sql`d."tags"`, JSON.stringify(tag))]),
  ...(series === undefined ? [] : [sql`LOWER(d."series") = ${series.toLowerCase()}`]),
  ...(mayNeedAttention
    ? [
        sql`(d."title" LIKE '%TK%' OR d."dek" LIKE '%TK%' OR d."kicker" LIKE '%TK%' OR d."plainText" LIKE '%TK%'
          OR d."document" LIKE '%"alt":""%')`,
      ]
    : []),
]

/** Filters that the row itself answers. */
const ofRow = ({ now, kind, author, featured, appearsBefore }: ArticleFilter): readonly Sql[] => [
  ...(kind === undefined ? [] : [kind === 'piece' ? sql`a."kind" IS NULL` : sql`a."kind" = ${kind}`]),
  ...(author === undefined
    ? []
    : [sql`EXISTS (SELECT 1 FROM "byline" n WHERE n."articleId" = a."id" AND n."userId" = ${author})`]),
  ...(featured ? [sql`a."featuredAt" IS NOT NULL`] : []),
  ...(appearsBefore === undefined
    ? []
    : [sql`(a."publishedAt" > ${now} AND a."publishedAt" < ${appearsBefore})`]),
]

/** The pieces `a`, with their drafts `d` where a filter looks into those. */
export const pieces = (filter: ArticleFilter): Sql =>
  inDraft(filter).length === 0
    ? sql`"article" a`
    : sql`"article" a JOIN "article_revision" d ON d."id" = a."draftRevisionId"`

/** The condition that a filter puts on `pieces`. */
export const matching = (filter: ArticleFilter): Sql => {
  const { statuses, now, ofUser, assignedTo } = filter
  const conditions = [
    statuses.length === 0
      ? sql`1 = 0`
      : sql`(${join(
          statuses.map((status) => isAt(status, now)),
          ' OR ',
        )})`,
    ...(ofUser === undefined
      ? []
      : [
          sql`(a."createdById" = ${ofUser} OR EXISTS (
            SELECT 1 FROM "byline" b WHERE b."articleId" = a."id" AND b."userId" = ${ofUser}))`,
        ]),
    ...(assignedTo === undefined ? [] : [sql`a."assignedToId" = ${assignedTo}`]),
    ...ofRow(filter),
    ...inDraft(filter),
  ]
  return join(conditions, ' AND ')
}

const CHANGED = sql`a."updatedAt"`
/** What stands before what, and what comes after a place. */
export const ordered = (
  order: ListOrder,
  after: Cursor | null,
): { readonly beyond: Sql; readonly by: Sql } => {
  const moment = order === 'published' ? sql`COALESCE(a."publishedAt", 0)` : CHANGED
  const [sign, way] = order === 'oldest' ? [sql`>`, sql`ASC`] : [sql`<`, sql`DESC`]
  return {
    beyond: after ? sql`AND (${moment}, a."id") ${sign} (${after.at}, ${after.id})` : empty,
    by: sql`ORDER BY ${moment} ${way}, a."id" ${way}`,
  }
}
