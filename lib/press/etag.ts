import type { Encoding } from './negotiate-encoding'

const SUFFIX: Readonly<Record<Encoding, string>> = { br: '-br', gzip: '-gz', identity: '' }

/** A strong validator: each coding of the same page has its own (RFC 9110, section 8.8.3). */
export const etagOf = (hash: string, encoding: Encoding): string => `"${hash}${SUFFIX[encoding]}"`

const tagsIn = (list: string): readonly string[] => list.split(',').map((tag) => tag.trim())

/** Whether the visitor holds this very answer already: If-None-Match compares weakly (RFC 9110, section 13.1.2). */
export const isFresh = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch === etag ||
  tagsIn(ifNoneMatch).some((tag) => tag === '*' || (tag.startsWith('W/') ? tag.slice(2) : tag) === etag)

/** Whether this is the answer the visitor insists on: If-Match compares strongly (section 13.1.1). */
export const isMatched = (ifMatch: string, etag: string): boolean =>
  tagsIn(ifMatch).some((tag) => tag === '*' || tag === etag)
