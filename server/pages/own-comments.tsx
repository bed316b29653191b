import { OwnComments } from '../../components/reader/own-comments'
import { nothingHere } from './nothing-here'
import type { PersonalPage } from './page'

const HEAD = { title: 'Your comments here', robots: 'noindex' } as const

/** What this visitor wrote under a piece, and what became of it. A post without JavaScript lands here. */
export const ownCommentsPage: PersonalPage = async (visit) => {
  const { stet, trouble } = visit
  const [piece, actor] = await Promise.all([stet.articles.read({ slug: visit.param('slug') }), visit.actor()])
  if (!piece) return nothingHere(HEAD)
  const posted = visit.query('posted') === '1'
  const after = posted ? null : visit.query('after')
  const [{ items, next }, standing] = await Promise.all([
    stet.comments.mine(actor, { articleId: piece.id, after: after ?? undefined }),
    stet.accounts.standing(actor),
  ])
  const newest = actor.kind === 'guest' ? items[0] : undefined
  return {
    head: HEAD,
    body: (
      <OwnComments
        piece={piece}
        comments={items}
        after={after}
        next={next}
        done={posted ? 'post' : visit.query('done')}
        statusPath={newest ? stet.comments.statusPath(newest.id) : null}
        standing={standing}
        trouble={trouble}
      />
    ),
  }
}
