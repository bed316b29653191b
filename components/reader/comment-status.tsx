import type { OwnStandingView } from '@/lib/accounts/own-standing'
import type { OwnCommentView } from '@/lib/comments/comment-view'
import { OwnComment } from './own-comment'
import { OwnStanding } from './own-standing'
import { ReadWarnings } from './read-warnings'
import { Confirmation } from './own-comments'
import { PieceLine } from './piece-line'
import type { FormTrouble } from './trouble'

/** What the secret link shows: one comment, to its author, on any device. */
export function CommentStatus({
  comment,
  path,
  acts,
  standing = null,
  done,
  trouble,
}: {
  comment: OwnCommentView
  /** This page's own address, key included. */
  path: string
  /** Whether the key is all that is needed to change the comment. */
  acts: boolean
  /** Of the guest whom the key proves. */
  standing?: OwnStandingView | null
  done: string | null
  trouble: FormTrouble | null
}) {
  const { piece } = comment
  return (
    <div className="plain-page">
      <div className="plain-text">
        <h1 className="plain-title">Your comment</h1>
        {piece.path === null ? (
          <p>The piece it stands under is not public at the moment.</p>
        ) : (
          <PieceLine piece={{ ...piece, path: piece.path }} />
        )}
        {standing ? <OwnStanding standing={standing} read={<ReadWarnings action={path} />} /> : null}
        <Confirmation done={done} />
        <ol className="thread own-list">
          <OwnComment comment={comment} action={path} trouble={trouble} />
        </ol>
        <p className="status-remark">
          {acts
            ? 'This page is for you alone: whoever has its address can read, change and withdraw this comment.'
            : 'This page is for you alone: whoever has its address can read this comment. To change it, sign in.'}
        </p>
      </div>
    </div>
  )
}
