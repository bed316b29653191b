import type { OwnCommentView } from '@/lib/comments/comment-view'

const EDIT_WAITS =
  'Your edit will appear once approved by a moderator. Until then readers see what was approved before.'

/** A moderator's words as a sentence among ours. */
const sentence = (words: string): string => (/[.!?…。]$/u.test(words) ? words : `${words}.`)

/** What became of one's own comment, in words; colour only underlines them. */
export function OwnState({ comment }: { comment: OwnCommentView }) {
  if (comment.editWaiting && comment.state === 'approved')
    return <p className="comment-state">{EDIT_WAITS}</p>
  switch (comment.state) {
    case 'waiting':
      return <p className="comment-state">Your comment will appear once approved by a moderator.</p>
    case 'approved':
      return (
        <p className="comment-state comment-state-approved">
          Approved. {comment.permalink ? <a href={comment.permalink}>See it in the thread</a> : null}
        </p>
      )
    case 'rejected':
      return (
        <p className="comment-state comment-state-rejected">
          Rejected: a moderator decided not to publish this comment.
          {comment.rejectedFor ? (
            <>
              {' '}
              Reason: <bdi>{sentence(comment.rejectedFor)}</bdi>
            </>
          ) : null}
        </p>
      )
    case 'removed':
      return <p className="comment-state comment-state-removed">You withdrew this comment.</p>
  }
}
