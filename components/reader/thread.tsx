import './custom-elements'
import type { ThreadView } from '@/lib/comments/comment-view'
import type { ThreadPlace } from '@/lib/comments/thread-place'
import { CommentForm } from './comment-form'
import { ThreadPage } from './thread-page'

function Form({ place }: { place: ThreadPlace }) {
  return place.open ? (
    <CommentForm place={place} />
  ) : (
    <p className="conversation-closed">Comments are closed.</p>
  )
}

/** The conversation of a piece: heading, form, comments, more comments. All of it works as links and forms. */
export function Thread({ thread, place }: { thread: ThreadView; place: ThreadPlace }) {
  const { count, sort, branch, later } = thread
  return (
    <section
      className="conversation"
      id="comments"
      aria-labelledby="comments-title"
      data-nosnippet={place.nosnippet ? '' : undefined}
    >
      <div className="conversation-head">
        <h2 className="section-title" id="comments-title">
          Comments <span className="conversation-count">{count.toLocaleString('en')}</span>
        </h2>
        <p className="conversation-mine">
          <a href={`${place.path}/mine`}>Your comments here</a>
        </p>
      </div>
      <stet-thread
        className="conversation-body"
        data-path={place.path}
        data-sort={sort}
        data-count={String(count)}
        data-branch={branch ?? ''}
        data-later={String(later)}
      >
        {branch === null ? <Form place={place} /> : null}
        {count === 0 && place.open ? (
          <p className="conversation-none">Be the first to leave a comment.</p>
        ) : null}
        <ThreadPage thread={thread} place={place} />
        {branch !== null && place.open ? (
          <h3 className="conversation-own">Comment on the piece itself</h3>
        ) : null}
        {branch === null ? null : <Form place={place} />}
      </stet-thread>
    </section>
  )
}
