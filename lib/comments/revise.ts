import { type Instant, MINUTE } from '../kernel/clock'
import { type Result, fail, ok } from '../kernel/result'
import type { SiteSettings } from '../settings/site-settings'
import type { Comment, CommentRecord, CommentRevision, CommentState } from './comment'
import { AWAITING, type CommentStatus, EDITABLE, WAITING_TEXT, moveComment } from './comment-status'
import { stateOf } from './judge'

type Timed = Pick<Comment, 'status' | 'createdAt'> & { readonly textWaits: boolean }

/** Whether the author may still change the text: while one waits, and for some minutes after posting. */
export const inEditTime = (
  { status, createdAt, textWaits }: Timed,
  settings: SiteSettings,
  at: Instant,
): boolean =>
  EDITABLE.has(status) &&
  (AWAITING.has(status) || textWaits || at <= createdAt + settings.editMinutes * MINUTE)

/** Whatever waited is overtaken; an approved text stays as it is. */
const overtake = (revision: CommentRevision): CommentRevision =>
  WAITING_TEXT.has(revision.state) ? { ...revision, state: 'superseded' } : revision

/** The author's new text takes the place of any that waited. The comment's status is for the screening to change. */
export const revise = (record: CommentRecord, revision: CommentRevision): CommentRecord => ({
  comment: { ...record.comment, latestRevisionId: revision.id, pendingRevisionId: revision.id },
  revisions: [...record.revisions.map(overtake), revision],
})

/** The comment goes: nothing of it waits any longer. */
const goes = ({ comment, revisions }: CommentRecord, status: CommentStatus): CommentState => ({
  ...stateOf({ comment, revisions: revisions.map(overtake) }),
  status,
  pendingRevisionId: null,
})

/** The author takes the comment back. */
export const withdraw = (record: CommentRecord): Result<CommentState> => {
  const moved = moveComment(record.comment.status, 'withdraw')
  return moved.ok
    ? ok(goes(record, moved.value))
    : fail('conflict', 'This comment is gone already or was turned down, so it cannot be withdrawn.')
}

/** The law takes it, whatever was decided about it. Null: it has already. */
export const erase = (record: CommentRecord): CommentState | null => {
  const moved = moveComment(record.comment.status, 'erase')
  return moved.ok ? goes(record, moved.value) : null
}
