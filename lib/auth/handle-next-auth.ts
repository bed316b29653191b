import NextAuth, { type NextAuthOptions } from 'next-auth'
import type { NextApiRequest, NextApiResponse } from 'next'

/** What of next-auth we serve; its log endpoint and its own pages stay shut. */
const SERVED: ReadonlySet<string> = new Set([
  'GET csrf',
  'GET error',
  'GET providers',
  'GET session',
  'GET signin',
  'GET signout',
  'POST callback/credentials',
  'POST signout',
])

const pairs = (cookies: string | null): Record<string, string> =>
  Object.fromEntries(
    (cookies ?? '').split(';').flatMap((pair) => {
      const at = pair.indexOf('=')
      return at > 0 ? [[pair.slice(0, at).trim(), decodeQuietly(pair.slice(at + 1).trim())]] : []
    }),
  )

const decodeQuietly = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Text fields of a form or of JSON; null when the body is neither. */
const fields = async (request: Request): Promise<Record<string, string> | null> => {
  if (request.method !== 'POST') return {}
  const text = await request.text()
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    return Object.fromEntries(new URLSearchParams(text))
  }
  try {
    const body: unknown = JSON.parse(text)
    return Object.fromEntries(Object.entries(body ?? {}).filter(([, value]) => typeof value === 'string'))
  } catch {
    return null
  }
}

/**
 * Runs next-auth on a plain Request. It is driven through the side made for Node handlers: the other one reads Next's
 * request scope, which neither tests nor our own server have. `NEXTAUTH_URL` must be set (lib/env.ts).
 */
export const handleNextAuth = async (
  request: Request,
  path: readonly string[],
  options: NextAuthOptions,
): Promise<Response> => {
  if (!SERVED.has(`${request.method} ${path.join('/')}`)) return new Response('Not found', { status: 404 })
  const body = await fields(request)
  if (!body) return new Response('This body is not JSON.', { status: 400 })

  const headers = new Headers({ 'cache-control': 'private, no-store' })
  let status = 200
  let content: string | null = null
  const res = {
    status(code: number) {
      status = code
      return res
    },
    getHeader: (name: string) =>
      name.toLowerCase() === 'set-cookie' ? headers.getSetCookie() : (headers.get(name) ?? undefined),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name)
      for (const line of [value].flat()) headers.append(name, line)
      return res
    },
    json(value: unknown): void {
      headers.set('content-type', 'application/json')
      content = JSON.stringify(value)
    },
    send(value: unknown) {
      content = typeof value === 'string' ? value : JSON.stringify(value)
    },
    end: () => res,
  }
  const req = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies: pairs(request.headers.get('cookie')),
    query: { ...Object.fromEntries(new URL(request.url).searchParams), nextauth: [...path] },
    body,
  }
  // The two objects hold exactly what next-auth 4.24.15 touches (next/index.js, next/utils.js).
  await NextAuth(req as unknown as NextApiRequest, res as unknown as NextApiResponse, options)
  headers.set('cache-control', 'private, no-store')
  return new Response(content, { status, headers })
}
