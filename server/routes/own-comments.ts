import type { OwnCommentView } from '../../lib/comments/comment-view'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { islandAddress } from '../../lib/http/island-address'
import { jsonAnswer } from '../../lib/http/route-answer'
import { fail, ok } from '../../lib/kernel/result'

/** What `/articles/<slug>/mine.json` tells the island. */
export interface OwnComments {
  /** The newest of them, newest first. */
  readonly comments: readonly OwnCommentView[]
  /** Of all they wrote here. */
  readonly ids: readonly string[]
  /** Name of the signed-in person; null for guests and strangers. */
  readonly signedInAs: string | null
  /** Ids of the comments here that they recommend. */
  readonly recommended: readonly string[]
  /** Address of what computes a proof of work, while many are posting at once; else ''. */
  readonly proof: string
}

/** What is personal about a page that is the same for everybody: asked for by the island, kept by nobody. */
export const ownComments = (): RouteHandler =>
  defineRoute({
    for: 'visitor',
    run: async ({ stet, param, actor }) => {
      const meaning = await stet.articles.resolve({ slug: param('slug') })
      if (meaning.kind !== 'public') return fail('not-found', 'There is no piece at this address.')
      const { articleId } = meaning
      const [{ items: comments }, ids, recommended, isBusy] = await Promise.all([
        stet.comments.mine(actor, { articleId }),
        stet.comments.ownIds(actor, { articleId }),
        stet.comments.recommended(actor, { articleId }),
        stet.comments.isBusy(),
      ])
      const signedInAs = actor.kind === 'user' ? actor.name : null
      const answer: OwnComments = {
        comments,
        ids,
        signedInAs,
        recommended,
        proof: isBusy ? islandAddress('proof') : '',
      }
      return ok(jsonAnswer(answer))
    },
  })
