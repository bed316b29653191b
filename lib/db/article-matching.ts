import type { ArticleStatus } from '../articles/article-status'
import type { ArticleFilter } from '../articles/article-store'
import type { Instant } from '../kernel/clock'
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

/** The pieces `a`, with their drafts `d` where a filter looks into those. */
export const pieces = ({ title }: ArticleFilter): Sql =>
  title === undefined
    ? sql`"article" a`
    : sql`"article" a JOIN "article_revision" d ON d."id" = a."draftRevisionId"`

/** The condition that a filter puts on `pieces`. */
export const matching = ({ statuses, now, ofUser, assignedTo, title }: ArticleFilter): Sql => {
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
    ...(title === undefined ? [] : [sql`LOWER(d."title") LIKE ${`%${literally(title)}%`} ESCAPE '\\'`]),
  ]
  return conditions.length === 0 ? empty : join(conditions, ' AND ')
}
