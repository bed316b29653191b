import type { OwnCommentView } from '@/lib/comments/comment-view'

/** A moderator's words as a sentence among ours. */
const sentence = (words: string): string => (/[.!?…。]$/u.test(words) ? words : `${words}.`)

/** What became of one's own comment, in words. */
export function OwnWords({ comment }: { comment: OwnCommentView }) {
  const { state, editWaiting, permalink, piece, rejectedFor } = comment
  if (state === 'waiting') return 'Your comment will appear once approved by a moderator.'
  if (state === 'removed') return 'You withdrew this comment.'
  if (state === 'approved' && editWaiting) {
    return 'Your edit will appear once approved by a moderator. Until then readers see what was approved before.'
  }
  if (state === 'approved') {
    if (permalink) {
      return (
        <>
          Approved. <a href={permalink}>See it in the thread</a>
        </>
      )
    }
    return piece.path === null
      ? 'Approved.'
      : 'Approved. Readers do not see it at the moment, because what it answers is out of sight.'
  }
  return (
    <>
      Rejected: a moderator decided not to publish this comment.
      {rejectedFor ? (
        <>
          {' '}
          Reason: <bdi>{sentence(rejectedFor)}</bdi>
        </>
      ) : null}
    </>
  )
}
