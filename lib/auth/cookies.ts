import { DAY, MINUTE } from '../kernel/clock'

/** How long a browser keeps a guest's secret: the longest that browsers allow. */
const GUEST_COOKIE_AGE = 400 * DAY

/** Longer than any question at the door (lib/accounts/passkeys/passkey-question.ts): each asks anew. */
const PASSKEY_COOKIE_AGE = 20 * MINUTE

/** Attributes of every cookie of ours, in the shape that Next's `cookies().set` and next-auth take. */
export interface CookieOptions {
  readonly httpOnly: true
  readonly sameSite: 'lax'
  readonly path: '/'
  readonly secure: boolean
  /** Seconds; 0 deletes. */
  readonly maxAge: number
}

type CookieUse = 'session' | 'guest' | 'csrf' | 'callback' | 'ticket' | 'passkey'

/**
 * On https the prefix `__Host-`: browsers then refuse the cookie from a subdomain, another path or plain http. Plain
 * http (a loopback address) cannot carry it. Only the name of the scheme in use is ever read.
 */
export const cookieName = (use: CookieUse, https: boolean): string => `${https ? '__Host-' : ''}stet-${use}`

/** @param age milliseconds; 0 deletes the cookie */
export const cookieOptions = (https: boolean, age: number): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: https,
  maxAge: Math.floor(age / 1000),
})

/** The value of one cookie in a `Cookie` header, or null. Our values need no decoding. */
export const readCookie = (header: string | null, name: string): string | null => {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}

/** A `Set-Cookie` header. `value` is one of ours: base64url and dots, nothing to escape. */
export const printCookie = (name: string, value: string, { maxAge, secure }: CookieOptions): string =>
  `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** The `Set-Cookie` header of a browser that was asked for a passkey at the door: its answer is taken with it alone. */
export const passkeyCookie = (https: boolean, secret: string): string =>
  printCookie(cookieName('passkey', https), secret, cookieOptions(https, PASSKEY_COOKIE_AGE))

/** The `Set-Cookie` header that lets a guest's device prove who wrote their comments. Sent only with the answer to a post. */
export const guestCookie = (https: boolean, secret: string): string =>
  printCookie(cookieName('guest', https), secret, cookieOptions(https, GUEST_COOKIE_AGE))
