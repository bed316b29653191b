import type { ArticleView } from '@/lib/articles/article-view'
import type { OwnCommentView } from '@/lib/comments/comment-view'
import { Notice } from '../ui/notice'
import { OwnComment } from './own-comment'
import { FAILED, type FormTrouble, RECEIVED } from './trouble'

const CONFIRMATIONS: ReadonlyMap<string, string> = new Map([
  ['post', RECEIVED],
  ['edit', 'Your new text has been received.'],
  ['withdraw', 'Your comment has been withdrawn.'],
])

/** "Your comments here": what this device wrote under a piece and what became of it. */
export function OwnComments({
  piece,
  comments,
  done,
  trouble,
}: {
  piece: ArticleView
  comments: readonly OwnCommentView[]
  /** What they come from, as their address says: nothing but the words over the list depends on it. */
  done: string | null
  trouble: FormTrouble | null
}) {
  const about = trouble?.values.commentId
  const confirmation = done === null ? undefined : CONFIRMATIONS.get(done)
  const homeless = trouble && !comments.some((comment) => comment.id === about)
  return (
    <div className="plain-page">
      <div className="plain-text">
        <h1 className="plain-title">Your comments here</h1>
        <p>
          Under{' '}
          <a href={`${piece.path}#comments`} lang={piece.language}>
            <bdi>{piece.title}</bdi>
          </a>
        </p>
        {confirmation ? <Notice kind="success" title={confirmation} /> : null}
        {homeless ? (
          <Notice kind="error" title={FAILED}>
            <p>{trouble.message}</p>
          </Notice>
        ) : null}
        {comments.length === 0 ? (
          <p>
            You have written nothing here yet, or you wrote it on another device. Only the device you wrote on
            shows it.
          </p>
        ) : (
          <ol className="thread own-list">
            {comments.map((comment) => (
              <OwnComment
                key={comment.id}
                comment={comment}
                action={`${piece.path}/mine`}
                trouble={comment.id === about ? trouble : null}
              />
            ))}
          </ol>
        )}
        <p>
          <a href={`${piece.path}#comments`}>Back to the conversation</a>
        </p>
      </div>
    </div>
  )
}
