import type { IncomingMessage, ServerResponse } from 'node:http'
import { byteRange } from '../../lib/press/byte-range'
import { isFresh, isMatched } from '../../lib/press/etag'
import { type Coded, commonOf, contentOf } from './coded'

const EMPTY = ['content-length', '0']

const sendPart = (res: ServerResponse, coded: Coded, header: string): boolean => {
  const { body } = coded
  const range = byteRange(header, body.length)
  if (range === null) return false
  if (range === 'unsatisfiable') {
    res.writeHead(416, [...commonOf(coded), ...EMPTY, 'content-range', `bytes */${body.length}`]).end()
    return true
  }
  const { from, to } = range
  const part = body.subarray(from, to + 1)
  const place = ['content-range', `bytes ${from}-${to}/${body.length}`, 'content-length', String(part.length)]
  res.writeHead(206, [...commonOf(coded), ...contentOf(coded), ...place]).end(part)
  return true
}

/**
 * Answers with a page: whole, in part, or with the news that there is none (RFC 9110, section 13.2.2 for the order).
 * We tell no Last-Modified, so that conditions on time are never ours.
 */
export const sendCoded = (
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  res: ServerResponse,
  coded: Coded,
): void => {
  const { etag, status, body } = coded
  if (etag !== null) {
    const ifMatch = headers['if-match']
    if (ifMatch !== undefined && !isMatched(ifMatch, etag)) {
      return void res.writeHead(412, [...commonOf(coded), ...EMPTY]).end()
    }
    const ifNoneMatch = headers['if-none-match']
    if (ifNoneMatch !== undefined && isFresh(ifNoneMatch, etag)) {
      return void res.writeHead(304, commonOf(coded)).end()
    }
    const { range, 'if-range': ifRange } = headers
    const isWanted = range !== undefined && method === 'GET' && (ifRange === undefined || ifRange === etag)
    if (isWanted && sendPart(res, coded, range)) return
  }
  res.writeHead(status, coded.headers)
  res.end(method === 'HEAD' ? undefined : body)
}
