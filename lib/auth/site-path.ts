const BASE = 'http://stet.invalid'

/**
 * A path of this site that a visitor may be sent to after signing in, or null for anything that a browser could read
 * as another site: schemes, `//host`, backslashes, controls. The answer is percent-encoded: safe in a Location header.
 */
export const sitePath = (raw: unknown): string | null => {
  if (typeof raw !== 'string' || raw.length > 2000 || !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(raw)) return null
  if (!URL.canParse(raw, BASE)) return null
  const { origin, pathname, search, hash } = new URL(raw, BASE)
  // Dot segments may leave two slashes in front: "/x/..//host".
  return origin === BASE && !pathname.startsWith('//') ? pathname + search + hash : null
}
