import type { OwnCommentView, OwnState as State } from '@/lib/comments/comment-view'
import { OwnWords } from './own-words'

const LOOKS: Readonly<Record<State, string>> = {
  waiting: 'comment-state',
  approved: 'comment-state comment-state-approved',
  rejected: 'comment-state comment-state-rejected',
  removed: 'comment-state comment-state-removed',
}

/** What became of one's own comment; colour only underlines the words. */
export function OwnState({ comment }: { comment: OwnCommentView }) {
  const waits = comment.editWaiting && comment.state === 'approved'
  return (
    <p className={LOOKS[waits ? 'waiting' : comment.state]}>
      <OwnWords comment={comment} />
    </p>
  )
}
