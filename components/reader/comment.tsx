import type { BranchView, CommentView } from '@/lib/comments/comment-view'
import { VisuallyHidden } from '../ui/visually-hidden'
import { CommentHead } from './comment-head'
import { CommentText } from './comment-text'
import { shownName } from './words'

/** What a comment needs to know of the page it stands on. */
export interface ThreadPlace {
  /** Of the piece, site-relative. */
  readonly path: string
  /** Whether replies are taken. */
  readonly open: boolean
  readonly everyCommentWaits: boolean
}

function CommentBody({ comment, place }: { comment: CommentView; place: ThreadPlace }) {
  if (comment.kind === 'stub') return <p className="comment-stub">Comment removed by its author</p>
  return (
    <article className="comment-body">
      <CommentHead comment={comment} />
      {comment.inReplyTo ? (
        <p className="comment-answers">
          in reply to{' '}
          <a href={`#comment-${comment.inReplyTo.id}`}>
            <bdi>{shownName(comment.inReplyTo.name)}</bdi>
          </a>
        </p>
      ) : null}
      <CommentText text={comment.body} />
      {place.open ? (
        <a className="comment-reply" href={`${place.path}/respond?to=${comment.id}`}>
          Reply
          <VisuallyHidden>
            {' to '}
            {shownName(comment.name)}
          </VisuallyHidden>
        </a>
      ) : null}
    </article>
  )
}

/** A comment and what answers it. The thread is at most four levels deep, so calling itself is bounded. */
export function Comment({ branch, place }: { branch: BranchView; place: ThreadPlace }) {
  const { comment, replies } = branch
  return (
    <li className="comment" id={`comment-${comment.id}`}>
      <CommentBody comment={comment} place={place} />
      {replies.length > 0 ? (
        <ol className="replies">
          {replies.map((reply) => (
            <Comment key={reply.comment.id} branch={reply} place={place} />
          ))}
        </ol>
      ) : null}
    </li>
  )
}
