import { z } from 'zod'
import type { Comment, CommentRevision, CommentState } from '../comments/comment'
import {
  COMMENT_MOVES_LIST,
  COMMENT_STATUSES,
  type CommentMove,
  REVISION_STATES,
} from '../comments/comment-status'
import type { Decision, Opinion, OpinionLevel } from '../comments/comment-store'
import { type Actor, ANONYMOUS, ROLES, SYSTEM } from '../kernel/actor'
import { integer, integerOrNull, oneOf, text, textOrNull } from './cells'
import { type Row, sql } from './sql'

/** Columns of the comment `c`, for `readComment`. */
export const COMMENT_COLUMNS = sql`c."id", c."articleId", c."parentId", c."rootId", c."laneId", c."depth", c."status",
  c."version", c."latestRevisionId", c."approvedRevisionId", c."pendingRevisionId", c."editedAt", c."hiddenAncestors",
  c."guestId", c."userId", c."name", c."nameKey", c."email", c."emailKey", c."byStaff", c."addressKey",
  c."submissionKey", c."createdAt", c."queueOrder"`

/** A whole row of `comment`; throws on a status that is none of ours. */
export const readComment = (row: Row): Comment => ({
  id: text(row, 'id'),
  articleId: text(row, 'articleId'),
  parentId: textOrNull(row, 'parentId'),
  rootId: text(row, 'rootId'),
  laneId: textOrNull(row, 'laneId'),
  depth: integer(row, 'depth'),
  status: oneOf(row, 'status', COMMENT_STATUSES),
  version: integer(row, 'version'),
  latestRevisionId: text(row, 'latestRevisionId'),
  approvedRevisionId: textOrNull(row, 'approvedRevisionId'),
  pendingRevisionId: textOrNull(row, 'pendingRevisionId'),
  editedAt: integerOrNull(row, 'editedAt'),
  hiddenAncestors: integer(row, 'hiddenAncestors'),
  guestId: textOrNull(row, 'guestId'),
  userId: textOrNull(row, 'userId'),
  name: text(row, 'name'),
  nameKey: text(row, 'nameKey'),
  email: text(row, 'email'),
  emailKey: text(row, 'emailKey'),
  byStaff: integer(row, 'byStaff') === 1,
  addressKey: text(row, 'addressKey'),
  submissionKey: text(row, 'submissionKey'),
  createdAt: integer(row, 'createdAt'),
  queueOrder: integer(row, 'queueOrder'),
})

/** A whole row of `comment_revision`. */
export const readRevision = (row: Row): CommentRevision => ({
  id: text(row, 'id'),
  commentId: text(row, 'commentId'),
  number: integer(row, 'number'),
  state: oneOf(row, 'state', REVISION_STATES),
  body: text(row, 'body'),
  fingerprint: text(row, 'fingerprint'),
  createdAt: integer(row, 'createdAt'),
})

const LEVELS: readonly OpinionLevel[] = ['pass', 'hold', 'spam', 'refuse']

const evidence = z.strictObject({
  spans: z.array(z.tuple([z.number(), z.number()])).optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** A row of `opinion`, its evidence parsed. */
export const readOpinion = (row: Row): Opinion => ({
  check: text(row, 'check'),
  level: oneOf(row, 'level', LEVELS),
  reason: text(row, 'reason'),
  evidence: evidence.parse(JSON.parse(text(row, 'evidence'))),
})

const commentState = z.strictObject({
  status: z.enum(COMMENT_STATUSES),
  approvedRevisionId: z.string().nullable(),
  pendingRevisionId: z.string().nullable(),
  editedAt: z.number().nullable(),
  revisions: z.record(z.string(), z.enum(REVISION_STATES)),
}) satisfies z.ZodType<CommentState>

/** Columns of the decision `e` on the comment `c` by the user `u`, for `readDecision`. */
export const DECISION_COLUMNS = sql`e."id", e."commentId", e."revisionId", e."actorKind", e."userId", e."move",
  e."fromStatus", e."toStatus", e."before", e."reason", e."note", e."undoesId", e."createdAt", e."batchId",
  u."name" AS "userName", u."role" AS "userRole", c."guestId" AS "guestId", c."name" AS "authorName"`

/** All decisions `e` on the comment `c`, by their index, which begins with the time. */
export const isOnComment = sql`e."commentAt" = c."createdAt" AND e."commentId" = c."id"`

export const DECISION_TABLES = sql`"decision" e JOIN "comment" c ON ${isOnComment}
  LEFT JOIN "user" u ON u."id" = e."userId"`

const MOVES: readonly (CommentMove | 'undo')[] = [...COMMENT_MOVES_LIST, 'undo']
const ACTORS: readonly Actor['kind'][] = ['anonymous', 'guest', 'user', 'system']

/** The log keeps who decided, not on which device: `sessionId` is ''. A guest decides on their own comment only. */
const readActor = (row: Row): Actor => {
  const kind = oneOf(row, 'actorKind', ACTORS)
  if (kind === 'system') return SYSTEM
  if (kind === 'anonymous') return ANONYMOUS
  if (kind === 'guest') return { kind, guestId: text(row, 'guestId') }
  const role = oneOf(row, 'userRole', ROLES)
  return { kind, userId: text(row, 'userId'), role, name: text(row, 'userName'), sessionId: '' }
}

/** A row of `DECISION_TABLES`, whoever took it put together again. */
export const readDecision = (row: Row): Decision => ({
  id: text(row, 'id'),
  commentId: text(row, 'commentId'),
  revisionId: text(row, 'revisionId'),
  actor: readActor(row),
  move: oneOf(row, 'move', MOVES),
  from: oneOf(row, 'fromStatus', COMMENT_STATUSES),
  to: oneOf(row, 'toStatus', COMMENT_STATUSES),
  before: commentState.parse(JSON.parse(text(row, 'before'))),
  reason: textOrNull(row, 'reason'),
  note: textOrNull(row, 'note'),
  undoesId: textOrNull(row, 'undoesId'),
  createdAt: integer(row, 'createdAt'),
  batchId: textOrNull(row, 'batchId'),
})
