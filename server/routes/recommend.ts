import { recommendCommentInput } from '../../lib/comments/recommend-comment'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { jsonAnswer, seeOther } from '../../lib/http/route-answer'
import { ok } from '../../lib/kernel/result'
import type { Services } from '../services'
import { guestHeaders } from './guest-headers'
import { asksForJson, refuseForm } from './refuse-form'

const permalink = (id: string): string => `/comments/${encodeURIComponent(id)}`

/** `POST /comments/<id>/recommend`: a reader recommends a comment, or takes that back. */
export const recommend = (services: Services): RouteHandler =>
  defineRoute({
    for: 'visitor',
    body: recommendCommentInput.omit({ commentId: true }),
    run: async ({ stet, request, param, actor, input: { intent }, client }) => {
      const commentId = param('id')
      const done = await stet.comments.recommend(actor, { commentId, intent }, client)
      if (!done.ok) return done
      const { recommends, given, guestSecret } = done.value
      const headers = guestHeaders(services, guestSecret)
      if (asksForJson(request)) return ok(jsonAnswer({ recommends, given }, { headers }))
      return ok(seeOther(permalink(commentId), headers))
    },
    refuse: refuseForm(services, ({ param, error }) =>
      error.code === 'not-found'
        ? '/internal/missing'
        : `/internal/refused?back=${encodeURIComponent(permalink(param('id')))}`,
    ),
  })
