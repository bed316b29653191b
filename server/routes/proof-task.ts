import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { jsonAnswer } from '../../lib/http/route-answer'
import { ok } from '../../lib/kernel/result'

/** `GET /proof`: a task for a browser that writes while many are posting at once; 404 in calm times. */
export const proofTask = (): RouteHandler =>
  defineRoute({
    for: 'nobody',
    run: async ({ stet, client }) => {
      const asked = await stet.comments.askForProof(client)
      return asked.ok ? ok(jsonAnswer(asked.value)) : asked
    },
  })
