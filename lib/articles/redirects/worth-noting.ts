import { KEYED, ROOMS, firstSegment } from '../root-addresses'
import { redirectPath } from './redirect-path'

/** What machines try everywhere. */
const PROBE =
  /\.(?:aspx?|bak|cgi|env|ini|jsp|map|php\d?|sql|sh|tar|gz|zip|ya?ml)$|\/\.|^\/(?:wp-|cgi-bin(?:\/|$))/
/** Letters and digits in a row without a word in it: an id, a token, a number of somebody's. */
const KEY = /(?=[^/]*\d)[0-9a-z_]{16,}|\d{7,}/
const LONGEST = 200

/**
 * A missed address as the log may keep it, or null: nothing that could be a key or tell of a person, nothing that
 * machines try. Queries are never kept.
 */
export const worthNoting = (asked: string): string | null => {
  const path = redirectPath(asked)
  if (path === null || path.length > LONGEST || path.includes('@')) return null
  const first = firstSegment(path)
  return ROOMS.has(first) || KEYED.has(first) || PROBE.test(path) || KEY.test(path) ? null : path
}
