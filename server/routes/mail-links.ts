import { z } from 'zod'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { type RouteAnswer, seeOther, textAnswer } from '../../lib/http/route-answer'
import type { RouteRequest } from '../../lib/http/route-request'
import { type Result, ok } from '../../lib/kernel/result'
import type { Exchange, Handler } from '../exchange'
import type { Services } from '../services'
import { sendMissing } from './reader-routes'
import { refuseForm } from './refuse-form'

/** A field given exactly once, else nothing that could open anything. */
const single = (query: URLSearchParams, name: string): string => {
  const [value = '', ...more] = query.getAll(name)
  return more.length > 0 ? '' : value
}

const linkOf = (query: URLSearchParams) => ({
  id: single(query, 'id'),
  key: single(query, 'key'),
  until: single(query, 'until'),
})

const queryOf = (request: RouteRequest): URLSearchParams => new URL(request.url).searchParams

/** Without a key that opens it, an address of ours from a mail does not exist. Page and form ask again. */
const holdersOnly =
  (services: Services, opens: (query: URLSearchParams) => Promise<unknown>) =>
  (handler: Handler): Handler =>
  async (exchange: Exchange, params) => {
    const found = await opens(exchange.target.query)
    return found ? handler(exchange, params) : sendMissing(services, exchange)
  }

/** Puts a page behind the link that confirms an address: whoever does not hold it finds nothing there. */
export const confirmLink = (services: Services) =>
  holdersOnly(services, (query) => services.stet.mail.confirmation(linkOf(query)))

/** Puts a page behind the link that ends mails: whoever does not hold it finds nothing there. */
export const stopLink = (services: Services) =>
  holdersOnly(services, (query) => services.stet.mail.openStop(linkOf(query)))

/** The page of the link again: it shows what is true now. */
const back = (request: RouteRequest, done: Result<void>): Result<RouteAnswer> => {
  if (!done.ok) return done
  const { pathname, search } = new URL(request.url)
  return ok(seeOther(pathname + search))
}

const samePage = (services: Services) =>
  refuseForm(services, ({ request }) => {
    const { pathname, search } = new URL(request.url)
    return pathname + search
  })

/** `POST /confirm?id=…&until=…&key=…`: the button of that page. */
export const confirmAddress = (services: Services): RouteHandler =>
  defineRoute({
    for: 'nobody',
    body: z.strictObject({}),
    run: async ({ stet, request }) => back(request, await stet.mail.confirm(linkOf(queryOf(request)))),
    refuse: samePage(services),
  })

const body = z.union([
  z.strictObject({ stop: z.enum(['this', 'everything']) }),
  z.strictObject({ 'List-Unsubscribe': z.literal('One-Click') }),
])

/** `POST /unsubscribe?id=…&key=…`: a button of that page, or the one click of a mail program (RFC 8058). */
export const stopMails = (services: Services): RouteHandler =>
  defineRoute({
    for: 'nobody',
    body,
    oneClick: true,
    run: async ({ stet, request, input }) => {
      const query = queryOf(request)
      const { id, key } = linkOf(query)
      const isButton = 'stop' in input
      const everything = isButton ? input.stop === 'everything' : single(query, 'all') === '1'
      const done = await stet.mail.stop({ id, key, everything })
      if (isButton || !done.ok) return back(request, done)
      return ok(textAnswer('These mails are stopped.\n'))
    },
    refuse: samePage(services),
  })
