import { reportCommentInput } from '../../lib/comments/report-comment'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { jsonAnswer, seeOther } from '../../lib/http/route-answer'
import { ok } from '../../lib/kernel/result'
import type { Services } from '../services'
import { guestHeaders } from './guest-headers'
import { asksForJson, refuseForm } from './refuse-form'

const reportPath = (id: string): string => `/comments/${encodeURIComponent(id)}/report`

/** `POST /comments/<id>/report`: a reader tells the moderators about a comment; the page says that it arrived. */
export const report = (services: Services): RouteHandler =>
  defineRoute({
    for: 'visitor',
    body: reportCommentInput.omit({ commentId: true }),
    run: async ({ stet, request, param, actor, input, client }) => {
      const commentId = param('id')
      const done = await stet.comments.report(actor, { ...input, commentId }, client)
      if (!done.ok) return done
      const headers = guestHeaders(services, done.value.guestSecret)
      if (asksForJson(request)) return ok(jsonAnswer({ received: true }, { headers }))
      return ok(seeOther(`${reportPath(commentId)}?done=1`, headers))
    },
    refuse: refuseForm(services, ({ param }) => reportPath(param('id'))),
  })
