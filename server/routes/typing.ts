import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { noContent } from '../../lib/http/route-answer'
import { ok } from '../../lib/kernel/result'
import { markTyping, markTypingInput } from '../../lib/realtime/mark-typing'
import type { Services } from '../services'

/** `POST /articles/<slug>/typing`: the reader of this stream types. The same answer whether the stream exists or not. */
export const typing = ({ live }: Pick<Services, 'live'>): RouteHandler =>
  defineRoute({
    for: 'nobody',
    body: markTypingInput,
    run: async ({ stet, input, client }) => {
      const marked = await markTyping({ limits: stet.ports.limits, live: live.hub }, input, client)
      return marked.ok ? ok(noContent()) : marked
    },
  })
