import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import type { Comment, CommentRevision } from './comment'
import { placeUnder } from './place-reply'

type Written = Pick<
  Comment,
  'id' | 'articleId' | 'name' | 'nameKey' | 'email' | 'emailKey' | 'byStaff' | 'addressKey' | 'submissionKey'
>

export interface NewText {
  readonly revisionId: string
  readonly body: string
  readonly fingerprint: string
}

/** A comment as it arrives: its one text waits. `author` is the account, or the guest (a new one perhaps). */
export const newComment = (
  written: Written,
  { revisionId, body, fingerprint }: NewText,
  author: Pick<Comment, 'guestId' | 'userId'>,
  parent: Comment | null,
  at: Instant,
): { readonly comment: Comment; readonly revision: CommentRevision } => ({
  comment: {
    ...written,
    ...author,
    ...placeUnder(parent, written.id),
    status: 'pending',
    version: 1,
    latestRevisionId: revisionId,
    approvedRevisionId: null,
    pendingRevisionId: revisionId,
    editedAt: null,
    hiddenAncestors: 0,
    createdAt: at,
    queueOrder: at,
  },
  revision: {
    id: revisionId,
    commentId: written.id,
    number: 1,
    state: 'pending',
    body,
    fingerprint,
    createdAt: at,
  },
})

/** Whose comment it is: the one proven identity. */
export const authorOf = (actor: Actor): Pick<Comment, 'guestId' | 'userId'> => ({
  guestId: actor.kind === 'guest' ? actor.guestId : null,
  userId: actor.kind === 'user' ? actor.userId : null,
})
