import { THREAD_SORTS } from '../../lib/comments/comment-view'
import type { Target } from '../request/parse-target'

/** The order that stands in no address: the usual one. */
const [, ...SORTS] = THREAD_SORTS

/** Fields that a public address can have, in the order in which our own links give them. */
export const THREAD_FIELDS = ['sort', 'branch', 'after'] as const
export type Field = (typeof THREAD_FIELDS)[number] | 'only'

/** A public address in its one spelling, under which its page is kept. */
export interface PublicAddress {
  /** Path and query, percent-encoded: what a browser asks for when it follows a link of ours. */
  readonly address: string
  /** The fields this address knows, each given once. */
  readonly query: URLSearchParams
}

/** Whatever else stands in the query is not ours, and makes no page of its own; nor does an order that we do not have. */
export const publicAddress = (
  { segments, query }: Pick<Target, 'segments' | 'query'>,
  fields: readonly Field[],
): PublicAddress => {
  const known = new URLSearchParams()
  for (const field of fields) {
    const value = query.get(field)
    if (value === null) continue
    if (field !== 'sort' || SORTS.some((sort) => sort === value)) known.set(field, value)
  }
  const path = `/${segments.map(encodeURIComponent).join('/')}`
  return { address: known.size > 0 ? `${path}?${known}` : path, query: known }
}
