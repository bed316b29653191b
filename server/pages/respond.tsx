import { Respond } from '../../components/reader/respond'
import { nothingHere } from './nothing-here'
import type { PersonalPage } from './page'

const HEAD = { title: 'Leave a comment', robots: 'noindex' } as const

/** The comment form on a page of its own: replies, and posts that were refused. */
export const respondPage: PersonalPage = async (visit) => {
  const { stet, trouble } = visit
  const piece = await stet.articles.read({ slug: visit.param('slug') })
  if (!piece) return nothingHere(HEAD)
  const to = trouble?.values.parentId ?? visit.query('to')
  const [place, answers] = await Promise.all([
    stet.comments.place(piece),
    to ? stet.comments.one({ articleId: piece.id, commentId: to }) : null,
  ])
  const lost = Boolean(to) && !answers
  return {
    head: piece.commentsOpen ? HEAD : { ...HEAD, title: 'Comments are closed' },
    body: <Respond piece={piece} place={place} answers={answers} lost={lost} trouble={trouble} />,
  }
}
