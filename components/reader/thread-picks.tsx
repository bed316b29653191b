import type { CommentView } from '@/lib/comments/comment-view'
import { CommentHead } from './comment-head'
import { excerpt } from './excerpt'

/** Letters (code points) of a pick that are quoted above the thread. */
const QUOTED = 400

/** What moderators picked, quoted above the thread: without ids, because each stands in the thread too. */
export function ThreadPicks({ picks }: { picks: readonly CommentView[] }) {
  if (picks.length === 0) return null
  return (
    <aside className="thread-picks" aria-label="Moderator's picks">
      {picks.map((comment) => (
        <figure key={comment.id} className="thread-pick h-cite">
          <CommentHead comment={comment} />
          <blockquote className="comment-text p-content" dir="auto">
            {excerpt(comment.body, QUOTED)}
          </blockquote>
          <p className="thread-pick-place">
            <a href={comment.permalink}>Read it in the conversation</a>
          </p>
        </figure>
      ))}
    </aside>
  )
}
