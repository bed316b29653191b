import './custom-elements'
import type { OwnCommentView } from '@/lib/comments/comment-view'
import { Button } from '../ui/button'
import { TextArea } from '../ui/text-area'
import { Time } from '../ui/time'
import { CommentText } from './comment-text'
import { KeptWords } from './kept-words'
import { OwnState } from './own-state'
import { Anyway, PostNotice } from './post-notice'
import type { FormTrouble } from './trouble'
import { shownName } from './words'

/** Which comment the forms of this page are about: id and version, so that nothing newer is overwritten. */
function About({ comment, intent }: { comment: OwnCommentView; intent: 'edit' | 'withdraw' }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="commentId" value={comment.id} />
      <input type="hidden" name="version" value={comment.version} />
    </>
  )
}

/** One of the visitor's own comments: the text, what became of it, and what they may still do. */
export function OwnComment({
  comment,
  action,
  trouble,
}: {
  comment: OwnCommentView
  /** Where the forms post to. */
  action: string
  /** A refused change of this comment. */
  trouble: FormTrouble | null
}) {
  const { edit, withdraw } = comment.abilities
  return (
    <li
      className={comment.state === 'waiting' ? 'comment comment-waiting' : 'comment'}
      id={`comment-${comment.id}`}
    >
      <article className="comment-body">
        <p className="comment-head">
          <bdi className="comment-name">{shownName(comment.name)}</bdi>
          <span className="comment-time">
            <stet-time>
              <Time at={comment.createdAt} />
            </stet-time>
          </span>
        </p>
        <CommentText text={comment.body} />
        <OwnState comment={comment} />
        {trouble ? <PostNotice trouble={trouble} notYet="Nothing was changed yet." /> : null}
        {trouble && !edit ? <KeptWords trouble={trouble} id={`kept-${comment.id}`} /> : null}
        <div className="own-actions">
          {edit ? (
            <details open={trouble !== null}>
              <summary>Edit</summary>
              <form className="comment-form" method="post" action={action} encType="multipart/form-data">
                <About comment={comment} intent="edit" />
                <Anyway trouble={trouble} />
                <TextArea
                  label="Your comment"
                  name="body"
                  id={`body-${comment.id}`}
                  rows={5}
                  required
                  dir="auto"
                  error={trouble?.fields.body}
                  defaultValue={trouble?.values.body ?? comment.body}
                />
                <div className="comment-form-send">
                  <Button kind="primary">{trouble?.nudge ? 'Save anyway' : 'Save changes'}</Button>
                  <p>The new text is checked like a new comment.</p>
                </div>
              </form>
            </details>
          ) : null}
          {withdraw ? (
            <details>
              <summary>Withdraw</summary>
              <form className="own-withdraw" method="post" action={action}>
                <About comment={comment} intent="withdraw" />
                <p>Nobody will see it any more, and it cannot be put back.</p>
                <Button>Withdraw this comment</Button>
              </form>
            </details>
          ) : null}
        </div>
      </article>
    </li>
  )
}
