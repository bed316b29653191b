import { type Duplex, PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { ADDRESS_HEADER, PATH_HEADER, REQUEST_ID_HEADER } from '../../lib/http/client-facts'
import { REFUSED_HEADER, printRefused } from '../../lib/http/refused-header'
import { isCompressible } from '../../lib/press/finished-page'
import { type Encoding, negotiateEncoding } from '../../lib/press/negotiate-encoding'
import { sheetPolicy, staffPolicy } from '../answer/security-headers'
import { refuse } from '../answer/plain-page'
import { NOT_FOUND, TOO_LARGE } from '../answer/refusals'
import { sendBroken } from '../answer/send-broken'
import type { Exchange, Handler, Params } from '../exchange'
import { wantsHtml } from '../exchange'
import { stripScripts } from '../answer/strip-scripts'
import { type Answer, readAnswer } from '../next/ask-next'
import { staffHeaders } from '../request/header-hygiene'
import { readLimited } from '../request/read-limited'
import type { Services } from '../services'
import { sendMissing } from './reader-routes'

/** Of the connection to Next, or how Next talks to itself. */
const NOT_PASSED_BACK: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-security-policy',
  'date',
  'keep-alive',
  'link',
  'transfer-encoding',
  'vary',
  'x-nextjs-cache',
])

const questionHeaders = (
  { env }: Services,
  { req, method, client, target, refused }: Exchange,
  csp: string,
): Record<string, string> => ({
  ...staffHeaders(req.headers, env.mode === 'development'),
  // Next compares these two before it carries out an action; ours were compared with the public address already.
  host: new URL(env.publicOrigin).host,
  ...(method === 'POST' ? { origin: env.publicOrigin } : {}),
  'content-security-policy': csp,
  [ADDRESS_HEADER]: client.addressBlock,
  [REQUEST_ID_HEADER]: client.requestId,
  [PATH_HEADER]: target.path + target.search,
  ...(refused ? { [REFUSED_HEADER]: printRefused(refused) } : {}),
})

/** Next's own pages for "not found" and "broken" are built ahead, without nonce and readable with scripts only. */
const isNextsOwn404 = ({ status, headers }: Answer): boolean =>
  status === 404 && 'x-nextjs-prerender' in headers

/** 503 and 507 are what our own pages say in words, with everything that was typed. Only a 500 is nobody's answer. */
const isBroken = ({ status }: Answer): boolean => status === 500

const compressor = (encoding: Encoding): Duplex =>
  encoding === 'br'
    ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    : encoding === 'gzip'
      ? createGzip()
      : new PassThrough()

/** The page without the framework's scripts; what is no page stays as it is. */
const bareOf = async (answer: Answer): Promise<Answer> => {
  const isPage = answer.headers['content-type']?.startsWith('text/html') ?? false
  if (!isPage) return answer
  const html = stripScripts((await readAnswer(answer)).toString('utf8'))
  return { ...answer, body: Readable.from([Buffer.from(html)]) }
}

const pass = async ({ req, res, method }: Exchange, { status, headers, body }: Answer): Promise<void> => {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !NOT_PASSED_BACK.has(name)) res.setHeader(name, value)
  }
  if (!headers['cache-control']?.includes('no-store')) res.setHeader('cache-control', 'private, no-store')
  // Next varies by its own headers; nothing here is kept, so that the coding is all that matters.
  res.setHeader('vary', 'Accept-Encoding')
  res.statusCode = status
  const empty = method === 'HEAD' || headers['content-length'] === '0' || status === 204
  if (empty) {
    body.resume()
    return void res.end()
  }
  const encoding = isCompressible(headers['content-type'] ?? '', Infinity)
    ? negotiateEncoding(req.headers['accept-encoding'])
    : 'identity'
  if (encoding !== 'identity') res.setHeader('content-encoding', encoding)
  await pipeline(body, compressor(encoding), res)
}

/**
 * Pages of staff and members and the handlers in app/api, with a policy of their own per request. `rendered` pages
 * get our own pages for what Next can only say with scripts; `bare` ones bring their own script and none of Next's.
 */
export const staffPage =
  (
    services: Services,
    {
      maxBody,
      rendered = true,
      bare = () => false,
    }: {
      readonly maxBody: number
      readonly rendered?: boolean
      readonly bare?: (params: Params) => boolean
    },
  ): Handler =>
  async (exchange, params) => {
    const { req, res, method, target } = exchange
    const body = method === 'GET' || method === 'HEAD' ? undefined : await readLimited(req, maxBody)
    if (body === null) return refuse(exchange, TOO_LARGE)
    const isBare = bare(params)
    const csp = isBare ? sheetPolicy(services.env) : staffPolicy(services.env)
    const gone = new AbortController()
    res.once('close', () => gone.abort())
    const answer = await services.askNext({
      // Handlers of libraries know no HEAD; the body is left out on the way back.
      method: method === 'HEAD' ? 'GET' : method,
      path: target.path + target.search,
      headers: questionHeaders(services, exchange, csp),
      body,
      signal: gone.signal,
    })
    if (answer.status === 507) services.freeReserve()
    // Handlers say in their own words what failed, but not that nothing works just now.
    if (isBroken(answer) && (wantsHtml(exchange) || !(await services.isReady()))) {
      answer.body.resume()
      return sendBroken(services, exchange)
    }
    if (isNextsOwn404(answer)) {
      answer.body.resume()
      return rendered && wantsHtml(exchange) ? sendMissing(services, exchange) : refuse(exchange, NOT_FOUND)
    }
    res.setHeader('content-security-policy', csp)
    await pass(exchange, isBare ? await bareOf(answer) : answer)
  }
