import type { RouteAnswer } from '../../lib/http/route-answer'
import type { Exchange } from '../exchange'

/** RFC 9110, section 8.6: an answer that can have no content must not tell its length. */
const EMPTY = 204

/** Hands the answer of one of our own handlers to the visitor. */
export const sendAnswer = (
  { res, method }: Pick<Exchange, 'res' | 'method'>,
  { status, headers, body }: RouteAnswer,
): void => {
  res.writeHead(status, {
    'cache-control': 'private, no-store',
    ...headers,
    ...(status === EMPTY ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  })
  res.end(method === 'HEAD' || status === EMPTY ? undefined : body)
}
