import type { Handler, Params } from '../exchange'
import { matchPattern } from './match-pattern'

export type Methods = Readonly<Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Handler>>>

/** One line of the route table. */
export interface Route {
  /** `/articles/:slug` names a segment, `/articles/:slug.md` one that ends so; a `*` at the end takes any rest, none included. */
  readonly pattern: string
  /** HEAD is GET without the body. */
  readonly methods: Methods
  /** Sent as `Referrer-Policy: same-origin`: the address holds a key that no other site may learn. */
  readonly holdsKey?: boolean
  /** Answered while the publication is closed for maintenance: the staff's own, and what machines must know of us. */
  readonly always?: boolean
  /** It settles itself what a slash at the end means. */
  readonly ownSlash?: boolean
}

/** A route that takes an address, and what stands in its named segments. */
export interface Match {
  readonly route: Route
  readonly params: Params
}

/** The first route that takes this address, by its decoded segments; null where there is none. */
export const findRoute = (table: readonly Route[], segments: readonly string[]): Match | null => {
  for (const route of table) {
    const params = matchPattern(route.pattern, segments)
    if (params) return { route, params }
  }
  return null
}
