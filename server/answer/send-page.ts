import type { FinishedPage } from '../../lib/press/finished-page'
import type { Exchange } from '../exchange'
import { codingOf, encode } from './coded'
import { sendCoded } from './send-coded'

/** public: the same for everybody, may be kept if asked again each time. private: one visitor's, kept by nobody. */
export type Audience = 'public' | 'private'

/** Browsers and proxies ask each time whether what they hold is still true. */
export const ASK_AGAIN = 'public, max-age=0, must-revalidate'

const CACHE_CONTROL: Readonly<Record<Audience, string>> = {
  public: ASK_AGAIN,
  private: 'private, no-store',
}

/** Answers with a finished page in the coding the visitor prefers, or with 304 when they hold it already. */
export const sendPage = async (
  { req, res }: Pick<Exchange, 'req' | 'res'>,
  page: FinishedPage,
  audience: Audience,
  cacheControl = CACHE_CONTROL[audience],
): Promise<void> => {
  const headers = ['cache-control', page.status >= 500 ? 'no-store' : cacheControl]
  const encoding = codingOf(page, req.headers['accept-encoding'])
  sendCoded(req, res, await encode(page, encoding, headers, audience === 'public'))
}
