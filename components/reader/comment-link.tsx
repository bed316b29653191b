import { commentsText } from './words'

/** The approved count, leading to the thread. */
export function CommentLink({ path, count }: { path: string; count: number }) {
  return (
    <a className="comment-link" href={`${path}#comments`}>
      {commentsText(count)}
    </a>
  )
}
