import { randomBytes } from 'node:crypto'
import { PLAYER_ORIGINS } from '../../lib/articles/document/video-player'
import type { Env } from '../../lib/env'

type Mode = Pick<Env, 'mode' | 'https'>

const YEAR = 31_536_000

/** Nothing foreign, and nothing inline but what a page names (`pagePolicy`): it carries no script but the island. */
const READER = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
]

const staff = (nonce: string): readonly string[] => [
  "default-src 'self'",
  `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
  `style-src 'self' 'nonce-${nonce}'`,
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

/** Where people write, with our own module as the only script: no nonce is needed. */
const SHEET = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

/** Hot reload evaluates code, adds styles and opens a web socket. */
const DEVELOPMENT = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

const policy = (directives: readonly string[], { mode, https }: Mode): string =>
  [
    ...(mode === 'development' ? DEVELOPMENT : directives),
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

const readerPolicy = (mode: Mode): string => policy(READER, mode)

/** Policies that pages have in common, of which there are a handful: one text for all, as each is kept with its policy. */
const printed = new Map<string, string>()
const MOST_PRINTED = 50

/**
 * … of one page: with its own style element, by its hash; and with a player where it has a video, which is asked for
 * nothing before somebody wants it.
 */
export const pagePolicy = (
  mode: Mode,
  { style, hasPlayer }: { readonly style: string | null; readonly hasPlayer: boolean },
): string => {
  const rules = [
    ...READER.map((rule) => (style !== null && rule.startsWith('style-src') ? `${rule} ${style}` : rule)),
    ...(hasPlayer ? [`frame-src ${PLAYER_ORIGINS.join(' ')}`] : []),
  ]
  const said = policy(rules, mode)
  const known = printed.get(said)
  if (known !== undefined) return known
  if (printed.size >= MOST_PRINTED) printed.clear()
  printed.set(said, said)
  return said
}

/**
 * The policy of one staff page. Next finds the nonce in this very header of the *request* and puts it on its scripts,
 * so the server hands it on and no middleware is needed.
 */
export const staffPolicy = (mode: Mode): string => policy(staff(randomBytes(16).toString('base64')), mode)

/** The policy of the page a piece is written on (server/routes/staff-page.ts, `bare`). */
export const sheetPolicy = (mode: Mode): string => policy(SHEET, mode)

/** Those that bind what runs, asks for more or opens windows, and mean nothing to anything else. */
export const OF_DOCUMENTS = [
  'content-security-policy',
  'referrer-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
] as const

/** On every answer but faces: names and values in turn. Pages narrow or widen single ones. */
export const securityHeaders = (mode: Mode): readonly string[] => [
  ...['content-security-policy', readerPolicy(mode)],
  ...['x-content-type-options', 'nosniff'],
  ...['referrer-policy', 'strict-origin-when-cross-origin'],
  ...['cross-origin-opener-policy', 'same-origin'],
  ...['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ...(mode.https ? ['strict-transport-security', `max-age=${YEAR}`] : []),
]
