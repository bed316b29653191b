import './custom-elements'
import type { CommentView } from '@/lib/comments/comment-view'
import { Badge } from '../ui/badge'
import { Time } from '../ui/time'
import { shownName } from './words'

/** Who and when: name, badge, the time as permalink, whether the text was changed, whether a moderator picked it. */
export function CommentHead({ comment }: { comment: CommentView }) {
  return (
    <p className="comment-head">
      <bdi className="comment-name p-author h-card">{shownName(comment.name)}</bdi>
      {comment.badge === 'moderator' ? <Badge tone="blue">Moderator</Badge> : null}
      {comment.badge === 'author' ? <Badge>Author</Badge> : null}
      <a className="comment-time u-url" href={comment.permalink}>
        <stet-time>
          <Time at={comment.createdAt} className="dt-published" />
        </stet-time>
      </a>
      {comment.edited ? <span className="comment-edited">(Edited)</span> : null}
      {comment.featured ? <span className="comment-pick">{"Moderator's pick"}</span> : null}
    </p>
  )
}
