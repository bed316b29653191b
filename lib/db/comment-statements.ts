import type { Guest } from '../accounts/account-store'
import type { Comment, CommentRevision, CommentState } from '../comments/comment'
import { VISIBLE } from '../comments/comment-status'
import type { CommentChange, Decision, Opinion } from '../comments/comment-store'
import type { DeskFacts } from '../comments/desk-facts'
import type { Instant } from '../kernel/clock'
import type { Ids } from '../kernel/ids'
import { deskCells } from './desk-rows'
import { type Sql, empty, join, sql } from './sql'
import { PLACE_COLUMNS, shownFrom } from './thread-counters'

/* The statements a comment is written with. All run inside a transaction of SqlCommentStore. */

/** Writes a guest; fails on a key that is there already. */
export const insertGuest = ({ id, keyHash, createdAt }: Guest): Sql => sql`
  INSERT INTO "guest" ("id", "keyHash", "createdAt", "lastSeenAt") VALUES (${id}, ${keyHash}, ${createdAt}, ${createdAt})`

/** Writes a comment as it stands, with what the desk orders and narrows it by. */
export const insertComment = (c: Comment, desk?: DeskFacts): Sql => sql`
  INSERT INTO "comment" ("id", "articleId", "parentId", "rootId", "laneId", "depth", "status", "version",
    "latestRevisionId", "approvedRevisionId", "pendingRevisionId", "editedAt", "hiddenAncestors", "guestId", "userId",
    "name", "nameKey", "email", "emailKey", "byStaff", "addressKey", "submissionKey", "createdAt", "queueOrder", "shown",
    "script", "links", "heldBy", "queueWhy", "floodId")
  VALUES (${c.id}, ${c.articleId}, ${c.parentId}, ${c.rootId}, ${c.laneId}, ${c.depth}, ${c.status}, ${c.version},
    ${c.latestRevisionId}, ${c.approvedRevisionId}, ${c.pendingRevisionId}, ${c.editedAt}, ${c.hiddenAncestors},
    ${c.guestId}, ${c.userId}, ${c.name}, ${c.nameKey}, ${c.email}, ${c.emailKey}, ${c.byStaff ? 1 : 0},
    ${c.addressKey}, ${c.submissionKey}, ${c.createdAt}, ${c.queueOrder},
    ${VISIBLE.has(c.status) && c.hiddenAncestors === 0 ? 1 : 0}, ${deskCells(desk)})`

/** Writes a revision, with the bands that find texts near to it. */
export const insertRevision = (r: CommentRevision, desk?: DeskFacts): Sql => sql`
  INSERT INTO "comment_revision" ("id", "commentId", "number", "state", "body", "fingerprint", "createdAt",
    "band0", "band1", "band2", "band3")
  VALUES (${r.id}, ${r.commentId}, ${r.number}, ${r.state}, ${r.body}, ${r.fingerprint}, ${r.createdAt},
    ${join(desk?.bands ?? [null, null, null, null])})`

/** `opinions` must not be empty. */
export const insertOpinions = (
  revisionId: string,
  opinions: readonly Opinion[],
  ids: Ids,
  now: Instant,
): Sql => {
  const rows = opinions.map(({ check, level, reason, evidence }) => {
    return sql`(${ids.ordered()}, ${revisionId}, ${check}, ${level}, ${reason}, ${JSON.stringify(evidence)}, ${now})`
  })
  return sql`
    INSERT INTO "opinion" ("id", "revisionId", "check", "level", "reason", "evidence", "createdAt") VALUES ${join(rows)}`
}

export const INTO_DECISION = sql`
  INSERT INTO "decision" ("id", "commentId", "revisionId", "actorKind", "userId", "move", "fromStatus", "toStatus",
    "before", "reason", "note", "undoesId", "createdAt", "batchId", "commentAt")`

/** In the order of `INTO_DECISION`; `commentAt` is when its comment was written, or what finds that. */
export const decisionCells = (d: Decision, commentAt: Sql | number | null): readonly unknown[] => [
  ...[d.id, d.commentId, d.revisionId, d.actor.kind, d.actor.kind === 'user' ? d.actor.userId : null],
  ...[d.move, d.from, d.to, JSON.stringify(d.before), d.reason, d.note, d.undoesId, d.createdAt],
  ...[d.batchId ?? null, commentAt],
]

const writtenAt = (commentId: string): Sql =>
  sql`(SELECT "createdAt" FROM "comment" WHERE "id" = ${commentId})`

/** Writes one line of the log of decisions. */
export const insertDecision = (d: Decision): Sql => sql`
  ${INTO_DECISION} VALUES (${join([...decisionCells(d, writtenAt(d.commentId))])})`

/** Writes one row and gives its `Place`, or none when somebody was faster. */
export const updateComment = ({ commentId, expect, to, desk }: CommentChange): Sql => sql`
  UPDATE "comment" SET "status" = ${to.status}, "approvedRevisionId" = ${to.approvedRevisionId},
    "pendingRevisionId" = ${to.pendingRevisionId}, "editedAt" = ${to.editedAt},
    "latestRevisionId" = COALESCE(${to.latestRevisionId ?? null}, "latestRevisionId"),
    "queueOrder" = COALESCE(${to.queueOrder ?? null}, "queueOrder"), "version" = "version" + 1,
    "shown" = ${shownFrom({ status: sql`${to.status}` })}
    ${desk ? sql`, ("script", "links", "heldBy", "queueWhy", "floodId") = (${deskCells(desk)})` : empty}
  WHERE "id" = ${commentId} AND "status" = ${expect.status} AND "version" = ${expect.version}
    AND "hiddenAncestors" = COALESCE(${expect.hiddenAncestors ?? null}, "hiddenAncestors")
  RETURNING ${PLACE_COLUMNS}`

/** A statement for each text whose state is named. */
export const updateRevisions = (commentId: string, states: CommentState['revisions']): readonly Sql[] =>
  Object.entries(states).map(
    ([id, state]) => sql`
      UPDATE "comment_revision" SET "state" = ${state} WHERE "id" = ${id} AND "commentId" = ${commentId}`,
  )
