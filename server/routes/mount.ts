import { ADDRESS_HEADER, PATH_HEADER, REQUEST_ID_HEADER } from '../../lib/http/client-facts'
import type { RouteHandler } from '../../lib/http/define-route'
import { refuse } from '../answer/plain-page'
import { TOO_LARGE } from '../answer/refusals'
import { sendResponse } from '../answer/send-response'
import type { Exchange, Handler, Params } from '../exchange'
import { passedHeaders } from '../request/header-hygiene'
import { readLimited } from '../request/read-limited'
import type { Services } from '../services'

const encoded = (params: Params): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, encodeURIComponent(value)]))

const headersOf = ({ req, client, target }: Exchange, origin: string): Headers => {
  const headers = new Headers(passedHeaders(req.headers))
  headers.set(ADDRESS_HEADER, client.addressBlock)
  headers.set(REQUEST_ID_HEADER, client.requestId)
  headers.set(PATH_HEADER, target.path + target.search)
  // The pipeline has let it through: whichever loopback name it came by, it is ours.
  if (req.headers.origin !== undefined) headers.set('origin', origin)
  return headers
}

/** Serves a `Request → Response` handler before Next: a hot route costs no rendering and no second hop. */
export const mount =
  ({ env }: Services, handler: RouteHandler, maxBody: number): Handler =>
  async (exchange, params) => {
    const { req, target, method } = exchange
    const body = method === 'POST' ? await readLimited(req, maxBody) : undefined
    if (body === null) return refuse(exchange, TOO_LARGE)
    const request = new Request(`${env.publicOrigin}${target.path}${target.search}`, {
      method,
      headers: headersOf(exchange, env.publicOrigin),
      body: body ? new Uint8Array(body) : undefined,
    })
    await sendResponse(exchange, await handler(request, { params: Promise.resolve(encoded(params)) }))
  }
