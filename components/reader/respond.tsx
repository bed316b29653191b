import type { ArticleView } from '@/lib/articles/article-view'
import type { CommentView } from '@/lib/comments/comment-view'
import type { ThreadPlace } from '@/lib/comments/thread-place'
import { Notice } from '../ui/notice'
import { CommentForm } from './comment-form'
import { CommentHead } from './comment-head'
import { CommentText } from './comment-text'
import { PieceLine } from './piece-line'
import { PostNotice } from './post-notice'
import { RespondClosed } from './respond-closed'
import type { FormTrouble } from './trouble'
import { shownName } from './words'

/** The form on a page of its own: for a reply, and for a post that was refused, with everything that was typed. */
export function Respond({
  piece,
  place,
  answers,
  lost,
  trouble,
}: {
  piece: Pick<ArticleView, 'path' | 'title' | 'language' | 'commentsOpen'>
  place: ThreadPlace
  /** The comment replied to. */
  answers: CommentView | null
  /** A reply was asked for, but its comment is not visible (any more). */
  lost: boolean
  trouble: FormTrouble | null
}) {
  if (!piece.commentsOpen) return <RespondClosed piece={piece} trouble={trouble} />
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
        <PieceLine piece={piece} />
        {trouble ? <PostNotice trouble={trouble} as="h2" /> : null}
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
        {answers?.takesReplies === false ? (
          <Notice>
            <p>
              This comment takes no more answers. You can still post your words as a comment of their own.
            </p>
          </Notice>
        ) : null}
        <CommentForm
          place={place}
          answers={answers?.takesReplies ? answers.id : undefined}
          trouble={trouble}
        />
        <p>
          <a href={`${piece.path}#comments`}>Back to the conversation</a>
        </p>
      </div>
    </div>
  )
}
