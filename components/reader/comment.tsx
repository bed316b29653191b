import { ButtonLink } from '../ui/button'
import { VisuallyHidden } from '../ui/visually-hidden'
import type { BranchView, CommentView, MoreView } from '@/lib/comments/comment-view'
import type { ThreadPlace } from '@/lib/comments/thread-place'
import { CommentActions } from './comment-actions'
import { CommentHead } from './comment-head'
import { CommentText } from './comment-text'
import { branchAddress } from './thread-address'
import { shownName } from './words'

/** What a comment needs to know of the page it stands on. */
export interface CommentPlace extends Pick<ThreadPlace, 'path' | 'open'> {
  /** Ids of the comments on this page: what stands elsewhere is linked by its permalink. */
  readonly here: ReadonlySet<string>
}

function InReplyTo({ comment, here }: { comment: CommentView; here: CommentPlace['here'] }) {
  if (!comment.inReplyTo) return null
  const { id, name } = comment.inReplyTo
  return (
    <p className="comment-answers">
      in reply to{' '}
      <a href={here.has(id) ? `#comment-${id}` : `/comments/${id}`}>
        <bdi>{shownName(name)}</bdi>
      </a>
    </p>
  )
}

function CommentBody({ comment, place }: { comment: CommentView; place: CommentPlace }) {
  if (comment.kind === 'stub') return <p className="comment-stub">Comment removed by its author</p>
  return (
    <article className="comment-body p-comment h-cite">
      <CommentHead comment={comment} />
      <InReplyTo comment={comment} here={place.here} />
      <CommentText text={comment.body} />
      <CommentActions comment={comment} path={place.path} open={place.open && comment.takesReplies} />
    </article>
  )
}

/** `of`: whose replies they are, when that is the comment above the link and not the one whose lane ends here. */
function MoreReplies({ more, of, path }: { more: MoreView; of: string | null; path: string }) {
  return (
    <p className="replies-more">
      <ButtonLink kind="quiet" href={branchAddress(path, more)} rel="nofollow">
        Load More Replies
        {of === null ? null : <VisuallyHidden> to {of}</VisuallyHidden>}
      </ButtonLink>
    </p>
  )
}

/** A comment and what answers it. A page is a few levels deep, so calling itself is bounded. */
export function Comment({ branch, place }: { branch: BranchView; place: CommentPlace }) {
  const { comment, replies, more } = branch
  const hasReplies = replies.length > 0 || more?.branch === comment.id
  const namesIt = hasReplies && comment.kind === 'comment'
  return (
    <li className="comment" id={`comment-${comment.id}`} data-at={comment.createdAt || undefined}>
      <CommentBody comment={comment} place={place} />
      {hasReplies ? (
        <ol className="replies">
          {replies.map((reply) => (
            <Comment key={reply.comment.id} branch={reply} place={place} />
          ))}
        </ol>
      ) : null}
      {more ? (
        <MoreReplies more={more} of={namesIt ? shownName(comment.name) : null} path={place.path} />
      ) : null}
    </li>
  )
}
