import { isLoopback } from '../env'

/** What a browser says of where a request comes from; null where it says nothing. */
export interface OriginFacts {
  readonly origin: string | null
  readonly secFetchSite: string | null
}

const sameLoopback = (origin: string, publicOrigin: string): boolean => {
  if (!URL.canParse(origin)) return false
  const [a, b] = [new URL(origin), new URL(publicOrigin)]
  return (
    a.protocol === 'http:' &&
    b.protocol === 'http:' &&
    a.port === b.port &&
    isLoopback(a.hostname) &&
    isLoopback(b.hostname)
  )
}

/**
 * Whether a request that changes something comes from our own pages: `Origin` equals the public address (on a plain
 * http loopback address its names are one), or it is absent and the browser says `Sec-Fetch-Site: same-origin`.
 * Neither header: no. The Host header proves nothing and is not looked at.
 */
export const sameOrigin = ({ origin, secFetchSite }: OriginFacts, publicOrigin: string): boolean =>
  origin === null
    ? secFetchSite === 'same-origin'
    : origin === publicOrigin || sameLoopback(origin, publicOrigin)
