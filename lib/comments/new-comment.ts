import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import type { Comment, CommentRevision } from './comment'
import { placeUnder } from './place-reply'

type Written = Pick<
  Comment,
  'id' | 'articleId' | 'name' | 'nameKey' | 'email' | 'emailKey' | 'byStaff' | 'addressKey' | 'submissionKey'
>

/** The first text of a comment: canonical, with its fingerprint. */
export interface NewText {
  readonly revisionId: string
  readonly body: string
  readonly fingerprint: string
}

/**
 * A comment as it arrives: its one text waits. `author` is the account, or the guest (a new one perhaps). Written out,
 * not spread together: an object of so many parts made of four others is slow to make, and to copy ever after.
 */
export const newComment = (
  written: Written,
  { revisionId, body, fingerprint }: NewText,
  author: Pick<Comment, 'guestId' | 'userId'>,
  parent: Comment | null,
  at: Instant,
): { readonly comment: Comment; readonly revision: CommentRevision } => {
  const { id, articleId, name, nameKey, email, emailKey, byStaff, addressKey, submissionKey } = written
  const { parentId, rootId, laneId, depth } = placeUnder(parent, id)
  const { guestId, userId } = author
  return {
    comment: {
      id,
      articleId,
      parentId,
      rootId,
      laneId,
      depth,
      status: 'pending',
      version: 1,
      latestRevisionId: revisionId,
      approvedRevisionId: null,
      pendingRevisionId: revisionId,
      editedAt: null,
      hiddenAncestors: 0,
      guestId,
      userId,
      name,
      nameKey,
      email,
      emailKey,
      byStaff,
      addressKey,
      submissionKey,
      createdAt: at,
      queueOrder: at,
    },
    revision: {
      id: revisionId,
      commentId: id,
      number: 1,
      state: 'pending',
      body,
      fingerprint,
      createdAt: at,
    },
  }
}

/** Whose comment it is: the one proven identity. */
export const authorOf = (actor: Actor): Pick<Comment, 'guestId' | 'userId'> => ({
  guestId: actor.kind === 'guest' ? actor.guestId : null,
  userId: actor.kind === 'user' ? actor.userId : null,
})
