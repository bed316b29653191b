import type { Instant } from '../kernel/clock'
import { type Result, fail, ok } from '../kernel/result'
import type { CommentRecord, CommentRevision, CommentState } from './comment'
import {
  REPLACEABLE_TEXT,
  REPLACED_TEXT,
  type RevisionState,
  VISIBLE,
  WAITING_TEXT,
  moveComment,
} from './comment-status'

/** What a moderator can do to a text. */
export const JUDGEMENTS = ['approve', 'reject', 'spam', 'hold', 'keep'] as const
export type Judgement = (typeof JUDGEMENTS)[number]

const STATE_AFTER: Readonly<Record<Judgement, RevisionState>> = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
  hold: 'pending',
  keep: 'approved',
}

type States = CommentState['revisions']

/**
 * States by text, over those that were known. Without a prototype: each text is a key of its own, and of an ordinary object
 * the engine would make a new shape for every comment, which is most of what judging a thousand of them costs.
 */
const withStates = (
  known: States,
  changed: Iterable<readonly [id: string, state: RevisionState]>,
): States => {
  const states = Object.create(null) as Record<string, RevisionState>
  for (const id in known) states[id] = known[id] as RevisionState
  for (const [id, state] of changed) states[id] = state
  return states
}

const NONE: States = {}

/** The decisive fields of a comment as they are, with the state of every revision its rules look at. */
export const stateOf = ({ comment, revisions }: CommentRecord): CommentState => ({
  status: comment.status,
  approvedRevisionId: comment.approvedRevisionId,
  pendingRevisionId: comment.pendingRevisionId,
  editedAt: comment.editedAt,
  revisions: withStates(
    NONE,
    revisions.map(({ id, state }) => [id, state]),
  ),
})

const revisionOf = ({ revisions }: CommentRecord, id: string | null): CommentRevision | undefined =>
  revisions.find((revision) => revision.id === id)

/**
 * The text the comment's status is about: the one approved last, unless its author replaced it while it was held.
 * Any other text that waits is an edit: judging it away leaves the comment as it is.
 */
const standingText = (record: CommentRecord): CommentRevision | undefined => {
  const { approvedRevisionId, pendingRevisionId, latestRevisionId } = record.comment
  const approved = revisionOf(record, approvedRevisionId)
  const replaced = !approved || REPLACED_TEXT.has(approved.state)
  return replaced ? revisionOf(record, pendingRevisionId ?? latestRevisionId) : approved
}

const approve = (record: CommentRecord, text: CommentRevision, at: Instant): Result<CommentState> => {
  const before = stateOf(record)
  const isEditOfVisible = VISIBLE.has(before.status) && WAITING_TEXT.has(text.state)
  const moved = isEditOfVisible ? ok(before.status) : moveComment(before.status, 'approve')
  if (!moved.ok) return moved
  const earlier = revisionOf(record, before.approvedRevisionId)
  const replaces = earlier !== undefined && earlier.id !== text.id
  const retired = replaces && REPLACEABLE_TEXT.has(earlier.state)
  return ok({
    status: moved.value,
    approvedRevisionId: text.id,
    pendingRevisionId: before.pendingRevisionId === text.id ? null : before.pendingRevisionId,
    editedAt: replaces && earlier.body !== text.body ? at : before.editedAt,
    revisions: withStates(before.revisions, [
      ...(retired ? [[earlier.id, 'superseded'] as const] : []),
      [text.id, 'approved'],
    ]),
  })
}

const judgeStanding = (
  record: CommentRecord,
  text: CommentRevision,
  move: Judgement,
): Result<CommentState> => {
  const before = stateOf(record)
  const moved = moveComment(before.status, move)
  if (!moved.ok) return moved
  const otherWaits = before.pendingRevisionId === text.id ? null : before.pendingRevisionId
  return ok({
    ...before,
    status: moved.value,
    pendingRevisionId: move === 'hold' ? (otherWaits ?? text.id) : otherWaits,
    revisions: withStates(before.revisions, [[text.id, STATE_AFTER[move]]]),
  })
}

const judgeEdit = (record: CommentRecord, edit: CommentRevision, move: Judgement): Result<CommentState> => {
  if (move === 'hold' || move === 'keep')
    return fail('conflict', 'This text is already waiting for a decision.')
  const before = stateOf(record)
  const standing = standingText(record)
  return ok({
    ...before,
    // A text that was held before the edit came is the next one to be judged.
    pendingRevisionId: standing && WAITING_TEXT.has(standing.state) ? standing.id : null,
    revisions: withStates(before.revisions, [[edit.id, STATE_AFTER[move]]]),
  })
}

/**
 * The machine: what a judgement on one text makes of a comment, or `conflict` when that text is not on the desk or
 * the table has no such move. Until an edit is approved the last approved text stays; judging the edit away keeps
 * it; taking the standing text away leaves an edit waiting.
 */
export const judge = (
  record: CommentRecord,
  { revisionId, move, at }: { readonly revisionId: string; readonly move: Judgement; readonly at: Instant },
): Result<CommentState> => {
  const text = revisionOf(record, revisionId)
  const isStanding = text !== undefined && text.id === standingText(record)?.id
  const isWaitingEdit = text !== undefined && text.id === record.comment.pendingRevisionId
  if (!isStanding && !isWaitingEdit) {
    return fail('conflict', 'Another text of this comment is on the desk now. Reload the page to see it.')
  }
  if (move === 'approve') return approve(record, text, at)
  return isStanding ? judgeStanding(record, text, move) : judgeEdit(record, text, move)
}
