import type { Exchange } from '../exchange'

/**
 * 301: for good. 302: for now. 303: after a post. `location` is a site-relative path, percent-encoded by its maker, or an http(s)
 * address that an editor chose.
 */
export const sendRedirect = (
  { res }: Pick<Exchange, 'res'>,
  status: 301 | 302 | 303,
  location: string,
): void => {
  res.writeHead(status, {
    location: toHeader(location),
    'cache-control': status === 301 ? 'public, max-age=0, must-revalidate' : 'no-store',
    'content-length': '0',
  })
  res.end()
}

/** A character no header may hold must not end the request, let alone the process (CVE-class: unencoded slugs). */
const toHeader = (location: string): string =>
  location.replace(/[^\x21-\x7e]+/g, (bad) => encodeURIComponent(bad.toWellFormed()))
