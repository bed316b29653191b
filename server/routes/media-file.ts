import { pipeline } from 'node:stream/promises'
import { mediaType } from '../../lib/media/media-address'
import { Unavailable } from '../../lib/kernel/unavailable'
import { byteRange } from '../../lib/press/byte-range'
import { refuse } from '../answer/plain-page'
import { NOT_FOUND, NO_PICTURES } from '../answer/refusals'
import type { Handler } from '../exchange'
import type { Services } from '../services'

/**
 * What stands under a name never changes, so that a browser need not ask again. A cache that many share must, after the
 * seconds that count for pages: a picture that was removed is not shown to others for a year.
 */
const cacheControl = ({ sharedCacheSeconds }: Services['env']): string =>
  `public, max-age=31536000, s-maxage=${sharedCacheSeconds}, immutable`

/** Opened by itself it may do nothing at all. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': 'inline',
  'cross-origin-resource-policy': 'cross-origin',
  'accept-ranges': 'bytes',
} as const

const sendFile =
  (services: Services): Handler =>
  async (exchange, { file = '' }) => {
    const { req, res, method } = exchange
    const found = await services.stet.media.file(file)
    if (!found) return refuse(exchange, NOT_FOUND)
    const etag = `"${file}"`
    const headers = {
      ...HEADERS,
      'cache-control': cacheControl(services.env),
      'content-type': mediaType(file),
      etag,
    }
    if (req.headers['if-none-match']?.includes(etag)) {
      await found.close()
      res.writeHead(304, headers)
      return void res.end()
    }
    const { size } = found
    const ifRange = req.headers['if-range']
    const asked = req.headers.range !== undefined && (ifRange === undefined || ifRange === etag)
    const range = asked && method === 'GET' ? byteRange(req.headers.range ?? '', size) : null
    if (range === 'unsatisfiable') {
      await found.close()
      res.writeHead(416, { 'content-range': `bytes */${size}`, 'content-length': '0' })
      return void res.end()
    }
    const length = range ? range.to - range.from + 1 : size
    const part = range ? { 'content-range': `bytes ${range.from}-${range.to}/${size}` } : {}
    const bytes = method === 'HEAD' ? null : await found.read(range)
    res.writeHead(range ? 206 : 200, { ...headers, ...part, 'content-length': String(length) })
    if (bytes) return pipeline(bytes, res)
    await found.close()
    res.end()
  }

/** `/media/:file`: one size of a picture that is in the library, whole or in part. */
export const mediaFile = (services: Services): Handler => {
  const send = sendFile(services)
  return async (exchange, params) => {
    try {
      await send(exchange, params)
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      const { method, target, client } = exchange
      services.report(error, { method, path: target.path, requestId: client.requestId })
      await refuse(exchange, NO_PICTURES)
    }
  }
}
