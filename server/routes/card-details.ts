import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { jsonAnswer } from '../../lib/http/route-answer'
import { ok } from '../../lib/kernel/result'

/** `GET /desk/comments/<id>.json`: what surrounds a comment, for a card of the desk that is opened. At most 30 KB. */
export const cardDetails = (): RouteHandler =>
  defineRoute({
    for: 'visitor',
    run: async ({ stet, param, actor }) => {
      const details = await stet.moderation.details(actor, { commentId: param('id') })
      return details.ok ? ok(jsonAnswer(details.value)) : details
    },
  })
