import type { OwnCommentView } from '../../lib/comments/comment-view'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { fail, ok } from '../../lib/kernel/result'

/** What `/articles/<slug>/mine.json` tells the island. */
export interface OwnComments {
  /** Newest first. */
  readonly comments: readonly OwnCommentView[]
  /** Name of the signed-in person; null for guests and strangers. */
  readonly signedInAs: string | null
}

/** What is personal about a page that is the same for everybody: asked for by the island, kept by nobody. */
export const ownComments = (): RouteHandler =>
  defineRoute({
    for: 'visitor',
    run: async ({ stet, param, actor }) => {
      const meaning = await stet.articles.resolve({ slug: param('slug') })
      if (meaning.kind !== 'public') return fail('not-found', 'There is no piece at this address.')
      const { items: comments } = await stet.comments.mine(actor, { articleId: meaning.articleId })
      const answer: OwnComments = { comments, signedInAs: actor.kind === 'user' ? actor.name : null }
      return ok(Response.json(answer, { headers: { 'cache-control': 'private, no-store' } }))
    },
  })
