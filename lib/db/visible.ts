import type { Instant } from '../kernel/clock'
import { type Sql, sql } from './sql'

/*
 * What the public may see: the one predicate behind pages, counts, lists and feeds. The tables go by fixed names in
 * every query: `a` an article, `c` a comment.
 */

/**
 * The piece `a` is public at that moment (lib/articles/article-status.ts: `statusAt`). `until` stands in for it where a
 * list begins further back: what has been taken down since is on no page of it.
 */
export const articleIsPublic = (now: Instant, until: Instant = now): Sql =>
  sql`(a."status" = 'published' AND a."liveRevisionId" IS NOT NULL AND a."publishedAt" <= ${until}
    AND (a."unpublishAt" IS NULL OR a."unpublishAt" > ${now}))`

/** The same of what stands in lists and feeds: pages stand in none. */
export const articleIsListed = (now: Instant, until: Instant = now): Sql =>
  sql`(a."kind" IS NULL AND ${articleIsPublic(now, until)})`

/**
 * The piece of the comment `c` is public at that moment. Asked row by row, so that no planner starts from all public
 * pieces and looks through their comments.
 */
export const pieceIsPublic = (now: Instant): Sql =>
  sql`(SELECT 1 FROM "article" a WHERE a."id" = c."articleId" AND ${articleIsPublic(now)}) = 1`

/** The comment `c` stands: approved, and nothing above it is hidden. With `pieceIsPublic` it is visible. */
export const commentStands = sql`(c."status" = 'approved' AND c."hiddenAncestors" = 0)`

/**
 * The comment `c` is on the page of a public piece: it stands, or it was removed or erased and something below it
 * stands, so that its stub holds the place (it had been public then; no look at approvedRevisionId: undoing the
 * approval of a comment that was answered leaves it null). Kept as a number by thread-counters.ts. A stub is never
 * counted.
 */
export const commentIsShown = sql`(c."shown" = 1)`

/** Visible comments of the piece `a`: kept, not counted (lib/db/thread-counters.ts). */
export const visibleCount = sql`COALESCE((SELECT t."comments" FROM "thread" t WHERE t."articleId" = a."id"), 0)`
