import type { Instant } from '../kernel/clock'
import type { SearchIndexName, SearchScope } from '../search/search-keeper'
import { type Sql, join, sql } from './sql'
import { articleIsPublic, commentStands } from './visible'

/** An index: its tables, and which texts belong into it. */
export interface SearchTables {
  /** What is in it, row by row. */
  readonly rows: Sql
  /** Its tokens (lib/db/dialect/full-text.ts). */
  readonly index: Sql
  /** Whether suggestions are made of its words. */
  readonly hasVocabulary: boolean
  /** What belongs into it: FROM and the beginning of WHERE, for the columns below. */
  readonly belongs: (now: Instant) => Sql
  /** Of the text, its piece and its moment. */
  readonly id: Sql
  readonly articleId: Sql
  readonly at: Sql
  /** Changes whenever what is looked through does. */
  readonly stamp: Sql
  /** Columns of `SearchSource` that only reading the text gives. `people` and `tags` are looked up. */
  readonly texts: Sql
}

const COMMENT = { id: sql`c."id"`, articleId: sql`c."articleId"`, at: sql`c."createdAt"` }

export const SEARCH_TABLES: Readonly<Record<SearchIndexName, SearchTables>> = {
  pieces: {
    rows: sql`"public_piece_search"`,
    index: sql`"public_piece_search_index"`,
    hasVocabulary: true,
    belongs: (now) => sql`
      FROM "article" a JOIN "article_revision" r ON r."id" = a."liveRevisionId" WHERE ${articleIsPublic(now)}`,
    id: sql`a."id"`,
    articleId: sql`a."id"`,
    at: sql`a."publishedAt"`,
    // Whoever stands below the title is found with it, and can be changed without a new text.
    stamp: sql`(a."liveRevisionId" || COALESCE((
      SELECT string_agg(w."userId", '' ORDER BY w."position") FROM "byline" w WHERE w."articleId" = a."id"), ''))`,
    texts: sql`r."language", r."title", r."kicker", r."dek", r."plainText" AS "body"`,
  },
  comments: {
    rows: sql`"public_comment_search"`,
    index: sql`"public_comment_search_index"`,
    hasVocabulary: true,
    belongs: (now) => sql`
      FROM "comment" c JOIN "comment_revision" b ON b."id" = c."approvedRevisionId"
      JOIN "article" a ON a."id" = c."articleId" JOIN "article_revision" r ON r."id" = a."liveRevisionId"
      WHERE ${commentStands} AND ${articleIsPublic(now)}`,
    ...COMMENT,
    stamp: sql`c."approvedRevisionId"`,
    texts: sql`r."language", '' AS "title", '' AS "kicker", '' AS "dek", b."body"`,
  },
  desk: {
    rows: sql`"comment_search"`,
    index: sql`"comment_search_index"`,
    hasVocabulary: false,
    belongs: () => sql`
      FROM "comment" c JOIN "comment_revision" b ON b."id" = c."latestRevisionId"
      JOIN "article" a ON a."id" = c."articleId" JOIN "article_revision" r ON r."id" = a."draftRevisionId"
      WHERE c."status" <> 'erased'`,
    ...COMMENT,
    // An edit that waits leaves the approved text public: both are looked for.
    stamp: sql`(c."latestRevisionId" || COALESCE(c."approvedRevisionId", ''))`,
    texts: sql`r."language", c."name" AS "title", '' AS "kicker", '' AS "dek", b."body" || COALESCE((
      SELECT ' ' || p."body" FROM "comment_revision" p
      WHERE p."id" = c."approvedRevisionId" AND p."id" <> b."id"), '') AS "body"`,
  },
}

/** What the row `s` was made from belongs into the index, and is as it was. */
export const belongsAsItIs = ({ belongs, id, stamp }: SearchTables, now: Instant): Sql =>
  sql`EXISTS (SELECT 1 ${belongs(now)} AND ${id} = s."id" AND ${stamp} = s."stamp")`

/** Comments and everything below them. */
const branchesOf = (commentIds: readonly string[]): Sql => sql`(
  WITH RECURSIVE branch("id") AS (
    SELECT "id" FROM "comment" WHERE "id" IN (${join([...commentIds])})
    UNION
    SELECT n."id" FROM branch JOIN "comment" n ON n."parentId" = branch."id")
  SELECT "id" FROM branch)`

/** The condition that a text lies within a scope, by the columns that hold its id and its piece's. */
export const within = (
  scope: SearchScope,
  { id, articleId }: Pick<SearchTables, 'id' | 'articleId'>,
): Sql => {
  if (scope === 'everything') return sql`1 = 1`
  return 'articleId' in scope
    ? sql`${articleId} = ${scope.articleId}`
    : sql`${id} IN ${branchesOf(scope.commentIds)}`
}
