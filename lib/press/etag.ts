import type { Encoding } from './negotiate-encoding'

const SUFFIX: Readonly<Record<Encoding, string>> = { br: '-br', gzip: '-gz', identity: '' }

/** A strong validator: each coding of the same page has its own (RFC 9110, section 8.8.3). */
export const etagOf = (hash: string, encoding: Encoding): string => `"${hash}${SUFFIX[encoding]}"`

/** Whether the visitor already holds this page, in whichever coding: If-None-Match compares weakly. */
export const isFresh = (ifNoneMatch: string | undefined, hash: string): boolean => {
  if (!ifNoneMatch) return false
  if (ifNoneMatch.trim() === '*') return true
  const known = new Set(Object.values(SUFFIX).map((suffix) => `"${hash}${suffix}"`))
  return ifNoneMatch.split(',').some((tag) => known.has(tag.trim().replace(/^W\//, '')))
}
