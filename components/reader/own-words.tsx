import type { OwnCommentView } from '@/lib/comments/comment-view'

/** A moderator's words as a sentence among ours. */
const sentence = (words: string): string => (/[.!?…。]$/u.test(words) ? words : `${words}.`)

/** What became of one's own comment, in words. */
export function OwnWords({ comment }: { comment: OwnCommentView }) {
  const { state, editWaiting, permalink, rejectedFor } = comment
  if (state === 'waiting') return 'Your comment will appear once approved by a moderator.'
  if (state === 'removed') return 'You withdrew this comment.'
  if (state === 'approved' && editWaiting) {
    return 'Your edit will appear once approved by a moderator. Until then readers see what was approved before.'
  }
  if (state === 'approved') {
    return <>Approved. {permalink ? <a href={permalink}>See it in the thread</a> : null}</>
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
