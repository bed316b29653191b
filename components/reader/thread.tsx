import './custom-elements'
import type { ThreadView } from '@/lib/comments/comment-view'
import { ButtonLink } from '../ui/button'
import { Comment, type ThreadPlace } from './comment'
import { CommentForm } from './comment-form'

/** The conversation of a piece: heading, form, comments, more comments. All of it works as links and forms. */
export function Thread({ thread, place, later }: { thread: ThreadView; place: ThreadPlace; later: boolean }) {
  const { branches, next, count } = thread
  return (
    <section className="conversation" id="comments" aria-labelledby="comments-title">
      <div className="conversation-head">
        <h2 className="section-title" id="comments-title">
          Comments <span className="conversation-count">{count.toLocaleString('en')}</span>
        </h2>
        <p className="conversation-mine">
          <a href={`${place.path}/mine`}>Your comments here</a>
        </p>
      </div>
      <stet-thread className="conversation-body" data-path={place.path}>
        {place.open ? (
          <CommentForm path={place.path} everyCommentWaits={place.everyCommentWaits} />
        ) : (
          <p className="conversation-closed">Comments are closed.</p>
        )}
        {count === 0 && place.open ? (
          <p className="conversation-none">Be the first to leave a comment.</p>
        ) : null}
        {later ? (
          <p className="conversation-back">
            <a href={`${place.path}#comments`}>Back to the newest comments</a>
          </p>
        ) : null}
        <ol className="thread">
          {branches.map((branch) => (
            <Comment key={branch.comment.id} branch={branch} place={place} />
          ))}
        </ol>
        {next ? (
          <p className="thread-more">
            <ButtonLink href={`${place.path}?after=${encodeURIComponent(next)}#comments`}>
              Load More Comments
            </ButtonLink>
          </p>
        ) : null}
      </stet-thread>
    </section>
  )
}
