import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { jsonAnswer } from '../../lib/http/route-answer'
import { fail, ok } from '../../lib/kernel/result'
import type { Services } from '../services'

/** `GET /articles/<slug>/live.json?since=<event id>`: the stream's news for readers whose network lets none through. */
export const liveNews = ({ live }: Pick<Services, 'live'>): RouteHandler =>
  defineRoute({
    for: 'nobody',
    run: async ({ stet, request, param }) => {
      const articleId = await stet.realtime.piece({ slug: param('slug') })
      if (articleId === null) return fail('not-found', 'There is nothing at this address.')
      const since = new URL(request.url).searchParams.get('since') || null
      const polled = await live.hub.poll(articleId, since)
      return ok(jsonAnswer(polled))
    },
  })
