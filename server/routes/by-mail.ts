import { z } from 'zod'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { seeOther } from '../../lib/http/route-answer'
import { ok } from '../../lib/kernel/result'
import type { Services } from '../services'
import type { Handler } from '../exchange'
import { sendMissing } from './reader-routes'
import { refuseForm } from './refuse-form'

const keyOf = (query: URLSearchParams): string => {
  const [key = '', ...more] = query.getAll('key')
  return more.length > 0 ? '' : key
}

/** Without a key that was sent once this address does not exist. Page and form ask again. */
export const mailDecision =
  (services: Services) =>
  (page: Handler): Handler =>
  async (exchange, params) => {
    const found = await services.stet.mail.openDecision(keyOf(exchange.target.query))
    return found ? page(exchange, params) : sendMissing(services, exchange)
  }

/** `POST /by-mail?key=…`: the button of that page, in the name of whoever the mail was sent to. */
export const decideByMail = (services: Services): RouteHandler =>
  defineRoute({
    for: 'nobody',
    body: z.strictObject({}),
    run: async ({ stet, request }) => {
      const key = keyOf(new URL(request.url).searchParams)
      const decided = await stet.mail.decide(key)
      if (!decided.ok) return decided
      return ok(seeOther(`/by-mail?${new URLSearchParams({ key, done: decided.value.move })}`))
    },
    refuse: refuseForm(services, ({ request }) => `/by-mail?key=${keyOf(new URL(request.url).searchParams)}`),
  })
