import { CommentStatus } from '../../components/reader/comment-status'
import { nothingHere } from './nothing-here'
import type { PersonalPage } from './page'

const HEAD = { title: 'Your comment', robots: 'noindex' } as const

/** One comment by the secret link its author was given (server/routes/comment-status.ts has asked for the key already). */
export const commentStatusPage: PersonalPage = async (visit) => {
  const { comments, accounts } = visit.stet
  const page = await comments.status({ commentId: visit.param('id'), key: visit.query('key') ?? '' })
  if (!page) return nothingHere(HEAD)
  const { comment, author } = page
  const standing = author ? await accounts.standing(author) : null
  return {
    head: HEAD,
    body: (
      <CommentStatus
        comment={comment}
        path={comments.statusPath(comment.id)}
        acts={author !== null}
        standing={standing}
        done={visit.query('done')}
        trouble={visit.trouble}
      />
    ),
  }
}
