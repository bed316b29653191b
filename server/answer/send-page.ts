import { etagOf, isFresh } from '../../lib/press/etag'
import { type FinishedPage, isCompressible } from '../../lib/press/finished-page'
import { negotiateEncoding } from '../../lib/press/negotiate-encoding'
import type { Exchange } from '../exchange'

/** public: the same for everybody, may be kept if asked again each time. private: one visitor's, kept by nobody. */
export type Audience = 'public' | 'private'

const CACHE_CONTROL: Readonly<Record<Audience, string>> = {
  public: 'public, max-age=0, must-revalidate',
  private: 'private, no-store',
}

/** Answers with a finished page in the coding the visitor prefers, or with 304 when they hold it already. */
export const sendPage = async (
  { req, res, method }: Pick<Exchange, 'req' | 'res' | 'method'>,
  page: FinishedPage,
  audience: Audience,
  cacheControl = CACHE_CONTROL[audience],
): Promise<void> => {
  const asked = negotiateEncoding(req.headers['accept-encoding'])
  const encoding = isCompressible(page.contentType, page.bytes.length) ? asked : 'identity'
  res.setHeader('cache-control', page.status >= 500 ? 'no-store' : cacheControl)
  res.setHeader('vary', 'Accept-Encoding')
  if (audience === 'public' && page.status === 200) {
    res.setHeader('etag', etagOf(page.hash, encoding))
    if (isFresh(req.headers['if-none-match'], page.hash)) return void res.writeHead(304).end()
  }
  const body = await page.encoded(encoding)
  if (encoding !== 'identity') res.setHeader('content-encoding', encoding)
  res.writeHead(page.status, { 'content-type': page.contentType, 'content-length': String(body.length) })
  res.end(method === 'HEAD' ? undefined : body)
}
