import { PATH_HEADER, clientFacts } from '../../lib/http/client-facts'
import { type RouteRefusal } from '../../lib/http/define-route'
import { statusOf } from '../../lib/http/error-table'
import { problemOf } from '../../lib/http/problem'
import type { Services } from '../services'
import { renderRefused } from './personal-page'

/** Programs, and the island, ask for JSON; a form without JavaScript asks for a page. */
export const asksForJson = (request: Request): boolean =>
  /\bapplication\/json\b/i.test(request.headers.get('accept') ?? '') &&
  !/\btext\/html\b/i.test(request.headers.get('accept') ?? '')

/**
 * How our own forms are refused: JSON gets a problem document, a browser the page at `path` again, filled in as it
 * was sent, with the status of the refusal.
 */
export const refuseForm =
  (services: Services, pathOf: (refusal: RouteRefusal) => string) =>
  async (refusal: RouteRefusal): Promise<Response> => {
    const { request, error, values } = refusal
    if (asksForJson(request)) return problemOf(error)
    const { headers } = request
    const visitor = {
      client: clientFacts(headers),
      cookie: headers.get('cookie'),
      path: headers.get(PATH_HEADER) ?? '/',
    }
    const page = await renderRefused(services, visitor, pathOf(refusal), { kind: 'refused', error, values })
    // A page that no longer exists says so itself (404, 410), which is then the better answer.
    const status = page.status === 200 ? statusOf(error.code) : page.status
    const retry: Record<string, string> =
      error.retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(error.retryAfter)) }
    return new Response(new Uint8Array(page.bytes), {
      status,
      headers: { 'content-type': page.contentType, ...retry },
    })
  }
