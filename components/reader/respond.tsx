import type { ArticleView } from '@/lib/articles/article-view'
import type { CommentView } from '@/lib/comments/comment-view'
import { Notice } from '../ui/notice'
import { CommentForm } from './comment-form'
import { CommentHead } from './comment-head'
import { CommentText } from './comment-text'
import { FAILED, type FormTrouble } from './trouble'
import { shownName } from './words'

/** The form on a page of its own: for a reply, and for a post that was refused, with everything that was typed. */
export function Respond({
  piece,
  answers,
  lost,
  trouble,
}: {
  piece: ArticleView
  /** The comment replied to. */
  answers: CommentView | null
  /** A reply was asked for, but its comment is not visible (any more). */
  lost: boolean
  trouble: FormTrouble | null
}) {
  return (
    <div className="plain-page">
      <div className="plain-text">
        <h1 className="plain-title">
          {answers ? (
            <>
              Reply to <bdi>{shownName(answers.name)}</bdi>
            </>
          ) : (
            'Leave a comment'
          )}
        </h1>
        <p>
          Under{' '}
          <a href={`${piece.path}#comments`} lang={piece.language}>
            <bdi>{piece.title}</bdi>
          </a>
        </p>
        {trouble ? (
          <Notice kind="error" title={FAILED} as="h2">
            <p>{trouble.message}</p>
          </Notice>
        ) : null}
        {lost ? (
          <Notice>
            <p>
              The comment you answer is not here any more. You can still post your words as a comment of their
              own.
            </p>
          </Notice>
        ) : null}
        {answers ? (
          <blockquote className="respond-quote">
            <CommentHead comment={answers} />
            <CommentText text={answers.body} />
          </blockquote>
        ) : null}
        {piece.commentsOpen ? (
          <CommentForm
            path={piece.path}
            answers={answers?.id}
            everyCommentWaits={piece.everyCommentWaits}
            trouble={trouble}
          />
        ) : (
          <p className="conversation-closed">Comments are closed.</p>
        )}
        <p>
          <a href={`${piece.path}#comments`}>Back to the conversation</a>
        </p>
      </div>
    </div>
  )
}
