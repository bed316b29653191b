import type { CommentView } from '@/lib/comments/comment-view'
import { CommentHead } from './comment-head'
import { excerpt } from './excerpt'
import { branchAddress } from './thread-address'

/** Letters (code points) of an ancestor: enough to know what is being answered. */
const SHOWN = 280

/** What the branch's comment answers, outermost first, in few words. */
export function ThreadTrail({
  trail,
  cut,
  path,
}: {
  trail: readonly CommentView[]
  cut: boolean
  path: string
}) {
  const outermost = trail[0]
  if (!outermost) return null
  return (
    <>
      {cut ? (
        <p className="trail-more">
          <a href={branchAddress(path, { branch: outermost.id, after: null })} rel="nofollow">
            More above
          </a>
        </p>
      ) : null}
      <ol className="trail" aria-label="What this answers">
        {trail.map((comment) =>
          comment.kind === 'stub' ? (
            <li key={comment.id} className="trail-comment" id={`comment-${comment.id}`}>
              <p className="comment-stub">Comment removed by its author</p>
            </li>
          ) : (
            <li key={comment.id} className="trail-comment h-cite" id={`comment-${comment.id}`}>
              <CommentHead comment={comment} />
              <p className="trail-text p-content" dir="auto">
                {excerpt(comment.body, SHOWN)}
              </p>
            </li>
          ),
        )}
      </ol>
    </>
  )
}
