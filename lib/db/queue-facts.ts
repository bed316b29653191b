import type { Decision, Opinion } from '../comments/comment-store'
import { REPORT_REASON_NAMES } from '../comments/report-reasons'
import type { Report } from '../comments/report-store'
import { NEWCOMER_WEIGHT } from '../comments/report-weight'
import type { Instant } from '../kernel/clock'
import type { Flood, QueueRow } from '../moderation/queue-reader'
import { integer, integerOrNull, oneOf, text, textOrNull } from './cells'
import { DECISION_COLUMNS, DECISION_TABLES, readDecision, readOpinion } from './comment-rows'
import type { Database } from './database'
import { type Row, join, sql } from './sql'
import { articleIsPublic } from './visible'

/* What a card of the desk shows beside its comment: one query per kind of thing, however many cards. */

type ArticleFacts = QueueRow['article']
type ParentFacts = NonNullable<QueueRow['parent']>
type LoggedDecision = Decision & { readonly actorName: string }

/** By the revisions' ids, in the order they were given. */
export const opinionsOn = async (
  db: Database,
  revisionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Opinion[]>> => {
  const rows = await db.read(sql`
    SELECT "revisionId", "check", "level", "reason", "evidence" FROM "opinion"
    WHERE "revisionId" IN (${join([...revisionIds])}) ORDER BY "id"`)
  return grouped(rows, 'revisionId', readOpinion)
}

/** By their ids; of a piece that is not public the title of its draft. */
export const articlesOf = async (
  db: Database,
  articleIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, ArticleFacts>> => {
  const rows = await db.read(sql`
    SELECT a."id", a."slug", r."title",
      CASE WHEN ${articleIsPublic(now)} THEN 1 ELSE 0 END AS "isPublic"
    FROM "article" a JOIN "article_revision" r ON r."id" = COALESCE(a."liveRevisionId", a."draftRevisionId")
    WHERE a."id" IN (${join([...new Set(articleIds)])})`)
  return new Map(rows.map(readArticleFacts).map((article) => [article.id, article]))
}

/** By their ids, with the approved text, else the latest. */
export const parentsOf = async (
  db: Database,
  parentIds: readonly string[],
): Promise<ReadonlyMap<string, ParentFacts>> => {
  if (parentIds.length === 0) return new Map()
  const rows = await db.read(sql`
    SELECT c."id", c."name", c."userId", r."body" FROM "comment" c
    JOIN "comment_revision" r ON r."id" = COALESCE(c."approvedRevisionId", c."latestRevisionId")
    WHERE c."id" IN (${join([...new Set(parentIds)])})`)
  return new Map(rows.map(readParentFacts).map((parent) => [parent.id, parent]))
}

/** By the comments' ids, oldest first. */
export const decisionsOn = async (
  db: Database,
  commentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LoggedDecision[]>> => {
  const rows = await db.read(sql`
    SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES}
    WHERE c."id" IN (${join([...commentIds])}) ORDER BY e."id"`)
  return grouped(rows, 'commentId', (row) => ({ ...readDecision(row), actorName: actorName(row) }))
}

/** Unanswered ones. */
export const reportsOn = async (
  db: Database,
  commentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Report[]>> => {
  const rows = await db.read(sql`
    SELECT "id", "commentId", "revisionId", "reporterKey", "reason", "note", "createdAt", "resolvedAt", "weight" FROM "report"
    WHERE "commentId" IN (${join([...commentIds])}) AND "resolvedAt" IS NULL ORDER BY "createdAt", "id"`)
  return grouped(rows, 'commentId', readReport)
}

/** The ids of those that a moderator picked. */
export const picksAmong = async (
  db: Database,
  commentIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await db.read(sql`
    SELECT "id" FROM "comment" WHERE "featuredAt" IS NOT NULL AND "id" IN (${join([...commentIds])})`)
  return new Set(rows.map((row) => text(row, 'id')))
}

/** Of how many comments of a flood the networks are counted. */
const NETWORKS_AMONG = 1_000

/** The floods with anything that waits, by their id. */
export const floodsAmong = async (
  db: Database,
  floodIds: readonly string[],
): Promise<ReadonlyMap<string, Flood>> => {
  const floods = await Promise.all(
    [...new Set(floodIds)].map(async (id): Promise<readonly Flood[]> => {
      const waits = sql`"floodId" = ${id} AND "pendingRevisionId" IS NOT NULL`
      const [row] = await db.read(sql`
        SELECT (SELECT count(*) FROM "comment" WHERE ${waits}) AS "waiting", count(DISTINCT f."addressKey") AS "networks"
        FROM (SELECT "addressKey" FROM "comment" WHERE ${waits} LIMIT ${NETWORKS_AMONG}) f`)
      const waiting = row ? integer(row, 'waiting') : 0
      return row && waiting > 1 ? [{ id, waiting, networks: integer(row, 'networks') }] : []
    }),
  )
  return new Map(floods.flat().map((flood) => [flood.id, flood]))
}

const grouped = <T>(
  rows: readonly Row[],
  key: string,
  read: (row: Row) => T,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(text(row, key))
    if (group) group.push(read(row))
    else groups.set(text(row, key), [read(row)])
  }
  return groups
}

const readArticleFacts = (row: Row): ArticleFacts => ({
  id: text(row, 'id'),
  slug: text(row, 'slug'),
  title: text(row, 'title'),
  isPublic: integer(row, 'isPublic') === 1,
})

const readParentFacts = (row: Row): ParentFacts => ({
  id: text(row, 'id'),
  name: text(row, 'name'),
  userId: textOrNull(row, 'userId'),
  body: text(row, 'body'),
})

const readReport = (row: Row): Report => ({
  id: text(row, 'id'),
  commentId: text(row, 'commentId'),
  revisionId: text(row, 'revisionId'),
  reporterKey: text(row, 'reporterKey'),
  reason: oneOf(row, 'reason', REPORT_REASON_NAMES),
  note: text(row, 'note'),
  createdAt: integer(row, 'createdAt'),
  resolvedAt: integerOrNull(row, 'resolvedAt'),
  weight: integerOrNull(row, 'weight') ?? NEWCOMER_WEIGHT,
})

/** A guest decides on their own comment only: withdrawing it. */
export const actorName = (row: Row): string => {
  const user = textOrNull(row, 'userName')
  if (user !== null) return user
  return text(row, 'actorKind') === 'system' ? 'Stet' : text(row, 'authorName')
}
