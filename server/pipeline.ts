import type { RequestListener } from 'node:http'
import { ONE_CLICK_PATH, isMailProgram } from '../lib/http/one-click'
import { sameOrigin } from '../lib/http/same-origin'
import { isDiskFull } from '../lib/http/storage-trouble'
import { refuse } from './answer/plain-page'
import { DISK_FULL, FOREIGN, MALFORMED, TOO_LONG, notAllowed } from './answer/refusals'
import { securityHeaders } from './answer/security-headers'
import { sendBroken } from './answer/send-broken'
import { isAskedBack, sendMaintenance } from './answer/send-maintenance'
import { sendRedirect } from './answer/send-redirect'
import type { Exchange, Handler } from './exchange'
import { quickAnswer } from './press/quick-answer'
import { openExchange } from './request/open-exchange'
import type { TargetProblem } from './request/parse-target'
import { developmentFile, isDevelopmentFile } from './routes/development-file'
import { sendMissing } from './routes/reader-routes'
import { type Methods, type Route, findRoute } from './routes/route'
import { routeTable } from './routes/route-table'
import { sendStatic } from './routes/static-file'
import type { Services } from './services'

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD'

const fromUs = ({ req }: Exchange, publicOrigin: string): boolean => {
  const site = req.headers['sec-fetch-site']
  return sameOrigin(
    { origin: req.headers.origin ?? null, secFetchSite: typeof site === 'string' ? site : null },
    publicOrigin,
  )
}

/** The one post that needs no origin: a mail program's, to the one address for it, with a key that the handler checks. */
const isOneClick = ({ req: { headers }, method, target }: Exchange): boolean =>
  method === 'POST' &&
  target.path === ONE_CLICK_PATH &&
  target.query.has('key') &&
  isMailProgram({
    cookie: headers.cookie ?? null,
    origin: headers.origin ?? null,
    secFetchSite: headers['sec-fetch-site']?.toString() ?? null,
  })

const allowedOf = (methods: Methods): string[] =>
  Object.keys(methods).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))

const isMethod = (methods: Methods, name: string): name is keyof Methods => Object.hasOwn(methods, name)

const handlerOf = (methods: Methods, method: string): Handler | undefined => {
  const name = method === 'HEAD' ? 'GET' : method
  return isMethod(methods, name) ? methods[name] : undefined
}

/** The steps of one request, in order. Whatever is not answered on the way is the 404 page. */
const answer = async (
  services: Services,
  table: readonly Route[],
  exchange: Exchange,
  problem: TargetProblem | null,
): Promise<void> => {
  const { res, method, target } = exchange
  if (problem === 'malformed') return refuse(exchange, MALFORMED)
  if (problem === 'too-long') return refuse(exchange, TOO_LONG)
  if (!isSafe(method) && !fromUs(exchange, services.env.publicOrigin) && !isOneClick(exchange))
    return refuse(exchange, FOREIGN)

  const file = problem ? null : services.staticFiles.find(target.path)
  if (file) return isSafe(method) ? sendStatic(exchange, file) : refuse(exchange, notAllowed(['GET', 'HEAD']))
  if (services.env.mode === 'development' && isDevelopmentFile(target))
    return developmentFile(services, exchange)

  const match = problem ? null : findRoute(table, target.segments)
  if (!match?.route.always && (await isAskedBack(services, exchange)))
    return sendMaintenance(services, exchange)
  if (!match)
    return isSafe(method) ? sendMissing(services, exchange) : refuse(exchange, notAllowed(['GET', 'HEAD']))
  const handler = handlerOf(match.route.methods, method)
  if (!handler) return refuse(exchange, notAllowed(allowedOf(match.route.methods)))
  if (target.trailingSlash && isSafe(method) && !match.route.ownSlash) {
    return sendRedirect(exchange, 301, target.path.slice(0, -1) + target.search)
  }
  if (match.route.holdsKey) res.setHeader('referrer-policy', 'same-origin')
  await handler(exchange, match.params)
}

/** Somebody who goes away in the middle is no error of ours. */
const leftEarly = ({ res }: Exchange): boolean => res.destroyed && !res.writableFinished

/**
 * The server: one listener for every request. Takes its services as an argument, so that tests drive it with a Next
 * of their own.
 */
export const pipeline = (services: Services): RequestListener => {
  const table = routeTable(services)
  const headers = securityHeaders(services.env)
  const quick = quickAnswer(services.press)
  const facts = { env: services.env, ids: services.stet.ports.ids }

  const failed = async (exchange: Exchange, error: unknown): Promise<void> => {
    if (leftEarly(exchange)) return
    const { method, target, client } = exchange
    services.report(error, { method, path: target.path, requestId: client.requestId })
    await (isDiskFull(error) ? refuse(exchange, DISK_FULL) : sendBroken(services, exchange))
  }

  return (req, res) => {
    if (services.maintenance.isOver && quick(req, res)) return
    const { exchange, problem } = openExchange(facts, req, res)
    for (let i = 0; i < headers.length; i += 2) res.setHeader(headers[i] ?? '', headers[i + 1] ?? '')
    res.setHeader('x-request-id', exchange.client.requestId)
    answer(services, table, exchange, problem)
      .catch((error: unknown) => failed(exchange, error))
      .catch((error: unknown) => {
        services.report(error, { requestId: exchange.client.requestId })
        res.destroy()
      })
  }
}
