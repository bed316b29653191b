import type { IncomingHttpHeaders } from 'node:http'

type Sent = Record<string, string>

/** What a page or handler of ours may learn from a visitor. A list of what is let through ages better than one of what is not. */
const PASSED = [
  'accept',
  'accept-language',
  'authorization',
  'content-type',
  'cookie',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'user-agent',
] as const
const IS_PASSED: ReadonlySet<string> = new Set(PASSED)

/** What Next's own client sends while somebody moves about in the staff pages. */
const NAVIGATION: readonly string[] = [
  'rsc',
  'next-action',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-router-state-tree',
  'next-url',
]
const DEVELOPMENT: readonly string[] = ['next-hmr-refresh', 'next-html-request-id', 'next-request-id']

const pick = (headers: IncomingHttpHeaders, names: readonly string[]): Sent =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )

/** For our own handlers, before Next. */
export const passedHeader = (headers: IncomingHttpHeaders, name: string): string | null => {
  const value = IS_PASSED.has(name) ? headers[name] : undefined
  return typeof value === 'string' ? value : null
}

/** For pages of staff and members, rendered by Next with its own client. */
export const staffHeaders = (headers: IncomingHttpHeaders, dev: boolean): Sent =>
  pick(headers, [...PASSED, ...NAVIGATION, ...(dev ? DEVELOPMENT : [])])
