import { clientFacts } from '../../lib/http/client-facts'
import { statusOf } from '../../lib/http/error-table'
import { problemOf } from '../../lib/http/problem'
import type { RouteAnswer } from '../../lib/http/route-answer'
import type { RouteRequest } from '../../lib/http/route-request'
import type { RouteRefusal } from '../../lib/http/route-steps'
import type { Services } from '../services'
import { renderRefused } from './personal-page'

/** Programs, and the island, ask for JSON; a form without JavaScript asks for a page. */
export const asksForJson = ({ headers }: Pick<RouteRequest, 'headers'>): boolean => {
  const accept = headers.get('accept') ?? ''
  return /\bapplication\/json\b/i.test(accept) && !/\btext\/html\b/i.test(accept)
}

/**
 * How our own forms are refused: JSON gets a problem document, a browser the page at `path` again, filled in as it
 * was sent, with the status of the refusal.
 */
export const refuseForm =
  (services: Services, pathOf: (refusal: RouteRefusal) => string | Promise<string>) =>
  async (refusal: RouteRefusal): Promise<RouteAnswer> => {
    const { request, error, values } = refusal
    if (asksForJson(request)) return problemOf(error)
    const visitor = { client: clientFacts(request.headers), cookie: request.headers.get('cookie') }
    const page = await renderRefused(services, visitor, await pathOf(refusal), {
      kind: 'refused',
      error,
      values,
    })
    // A page that no longer exists says so itself (404, 410), which is then the better answer.
    const status = page.status === 200 ? statusOf(error.code) : page.status
    const retry: Record<string, string> =
      error.retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(error.retryAfter)) }
    // Its policy with it: without the hash of its own styles it would stand there naked.
    const headers = { ...page.headers, 'content-type': page.contentType, ...retry }
    return { status, headers, body: page.bytes }
  }
