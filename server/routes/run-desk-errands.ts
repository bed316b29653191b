import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { noContent } from '../../lib/http/route-answer'
import { ok } from '../../lib/kernel/result'
import { errandsInput } from '../../lib/moderation/run-errands'

/** `POST /desk/errands`: what was decided on a page that was left before its decisions were sent, all of it together. */
export const runDeskErrands = (): RouteHandler =>
  defineRoute({
    for: 'visitor',
    body: errandsInput,
    run: async ({ stet, actor, input }) => {
      const done = await stet.moderation.errands(actor, input)
      return done.ok ? ok(noContent()) : done
    },
  })
