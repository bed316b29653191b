import type { CommentView } from '@/lib/comments/comment-view'
import { VisuallyHidden } from '../ui/visually-hidden'
import { shownName } from './words'

/** What a reader can do with a comment: links and a form, each saying whose comment it is about. */
export function CommentActions({
  comment,
  path,
  open,
}: {
  comment: CommentView
  path: string
  open: boolean
}) {
  const { id, permalink, recommends } = comment
  const name = shownName(comment.name)
  return (
    <div className="comment-actions">
      {open ? (
        <a className="comment-reply" href={`${path}/respond?to=${id}`} rel="nofollow">
          Reply<VisuallyHidden> to {name}</VisuallyHidden>
        </a>
      ) : null}
      <form className="comment-recommend" method="post" action={`${permalink}/recommend`}>
        <button name="intent" value="give">
          Recommend{' '}
          <span className="recommend-count">{recommends > 0 ? recommends.toLocaleString('en') : ''}</span>
          <VisuallyHidden> (comment by {name})</VisuallyHidden>
        </button>
      </form>
      <a className="comment-report" href={`${permalink}/report`} rel="nofollow">
        Report<VisuallyHidden> comment by {name}</VisuallyHidden>
      </a>
    </div>
  )
}
