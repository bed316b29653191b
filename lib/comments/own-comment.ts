import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { CommentRecord } from './comment'

/** A comment for its author. Somebody else's, hidden or not, looks like one that never was. */
export const ownComment = async (
  { commentStore }: Pick<Ports, 'commentStore'>,
  actor: Actor,
  action: 'edit.comment' | 'withdraw.comment',
  commentId: string,
): Promise<Result<CommentRecord>> => {
  const record = await commentStore.find(commentId)
  return record && can(actor, action, record.comment)
    ? ok(record)
    : fail('not-found', 'You have no such comment on this device. Perhaps you wrote it on another one.')
}

/** For an author whose page is out of date; not who did what, which is the desk's affair. */
export const OUT_OF_DATE =
  'Something happened to this comment since you opened the page. Reload it to see how the comment stands; nothing was changed.'
