/** Somebody who asks over HTTP: their cookies, and every byte they get. */
export interface Persona {
  readonly name: string
  readonly origin: string
  readonly cookies: ReadonlyMap<string, string>
  /** The same person after signing in through /login as a browser without JavaScript does. */
  signIn(email: string, password: string): Promise<Persona>
}

export interface Snapshot {
  readonly status: number
  /** Status line, headers and body, all of it. */
  readonly bytes: string
  /** The same without what differs between two equal answers (date, request id). */
  readonly comparable: string
  readonly headers: Headers
  readonly body: string
}

interface Ask {
  readonly method?: 'GET' | 'HEAD' | 'POST'
  readonly headers?: Record<string, string>
  readonly form?: Record<string, string>
}

const CHANGING = new Set(['date', 'x-request-id', 'server-timing', 'set-cookie', 'keep-alive', 'connection'])

const headersOf = (response: Response, skip: ReadonlySet<string>): string =>
  [...response.headers]
    .filter(([name]) => !skip.has(name))
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')

/** Values made anew for each answer: next-auth's csrf token, nonces of staff pages, ids of server actions' state. */
const withoutNonces = (text: string): string =>
  text.replaceAll(/nonce-[A-Za-z0-9+/=_-]+/g, 'nonce').replaceAll(/nonce(\\?"?[=:]\\?)"[^"\\]+\\?"/g, 'nonce')

export const persona = (
  origin: string,
  { guestSecret = null, name }: { guestSecret?: string | null; name?: string } = {},
): Persona => {
  const cookies = new Map<string, string>(guestSecret ? [['stet-guest', guestSecret]] : [])
  return make(origin, cookies, name ?? (guestSecret ? 'another guest' : 'anonymous'))
}

const make = (origin: string, cookies: ReadonlyMap<string, string>, name: string): Persona => ({
  name,
  origin,
  cookies,
  signIn: async (email, password) => {
    const csrf = await fetch(`${origin}/api/auth/csrf`)
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const jar = new Map(cookies)
    for (const cookie of csrf.headers.getSetCookie()) keep(jar, cookie)
    const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: print(jar), origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, email, password }),
    })
    for (const cookie of answer.headers.getSetCookie()) keep(jar, cookie)
    if (![...jar.keys()].some((key) => key.includes('session')))
      throw new Error(`${email} could not sign in: ${answer.status}`)
    return make(origin, jar, email)
  },
})

const keep = (jar: Map<string, string>, cookie: string): void => {
  const [pair = ''] = cookie.split(';')
  const at = pair.indexOf('=')
  jar.set(pair.slice(0, at), pair.slice(at + 1))
}

const print = (jar: ReadonlyMap<string, string>): string =>
  [...jar].map(([key, value]) => `${key}=${value}`).join('; ')

/** What a browser of theirs sends as `Cookie`. */
export const cookieHeader = ({ cookies }: Persona): string => print(cookies)

/** One answer, not following redirects, uncompressed. */
export const snapshot = async (who: Persona, path: string, ask: Ask = {}): Promise<Snapshot> => {
  const cookie = print(who.cookies)
  const response = await fetch(who.origin + path, {
    method: ask.form ? 'POST' : (ask.method ?? 'GET'),
    redirect: 'manual',
    headers: {
      'accept-encoding': 'identity',
      ...(cookie ? { cookie } : {}),
      ...(ask.form ? { origin: who.origin } : {}),
      ...ask.headers,
    },
    body: ask.form ? new URLSearchParams(ask.form) : undefined,
  })
  const body = Buffer.from(await response.arrayBuffer()).toString('utf8')
  return {
    status: response.status,
    headers: response.headers,
    body,
    bytes: `${response.status}\n${headersOf(response, new Set())}\n${response.headers.getSetCookie().join('\n')}\n\n${body}`,
    comparable: withoutNonces(`${response.status}\n${headersOf(response, CHANGING)}\n\n${body}`),
  }
}
