import type { RouteHandler } from '../../lib/http/define-route'
import { refuse } from '../answer/plain-page'
import { TOO_LARGE } from '../answer/refusals'
import { sendAnswer } from '../answer/send-answer'
import type { Handler } from '../exchange'
import { readLimited } from '../request/read-limited'
import { ServerRequest } from '../request/server-request'
import type { Services } from '../services'

const NOTHING = new Uint8Array()

/** Serves a handler of ours before Next: a hot route costs no rendering and no second hop. */
export const mount =
  ({ env }: Pick<Services, 'env'>, handler: RouteHandler, maxBody: number): Handler =>
  async (exchange, params) => {
    const { req, method } = exchange
    const body = method === 'POST' ? await readLimited(req, maxBody) : NOTHING
    if (body === null) return refuse(exchange, TOO_LARGE)
    const request = new ServerRequest(exchange, env.publicOrigin, body)
    sendAnswer(exchange, await handler(request, params))
  }
