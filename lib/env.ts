import { resolve } from 'node:path'
import { z } from 'zod'
import { EnvError } from './env-error'
import { type MailSettings, mailFrom, smtpUrl } from './env-mail'
import { type S3Settings, s3Of, s3Variables } from './env-s3'
import { switchOf, wholeNumber } from './env-values'

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** Whether a host name (without port) always means this machine. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host.toLowerCase())

/** The settings of one process, read once from the environment. */
export interface Env {
  readonly mode: 'production' | 'development' | 'test'
  readonly port: number
  readonly host: string
  /** Scheme, host and port that readers see; no path, no trailing slash. */
  readonly publicOrigin: string
  /** Cookies carry `Secure` and `__Host-`, answers carry HSTS. */
  readonly https: boolean
  /** Absolute. */
  readonly dataDir: string
  /** `file:<absolute path>` for SQLite, or a postgresql:// address. */
  readonly databaseUrl: string
  /** Proxies in front of us whose entry in X-Forwarded-For counts, from the right. */
  readonly trustedProxyCount: number
  /** Memory for finished pages (bytes); 0 keeps none. */
  readonly pressBytes: number
  /** How long (seconds) a cache that many share may answer with a page it holds before it asks again. */
  readonly sharedCacheSeconds: number
  readonly rateLimits: boolean
  /** How mail is sent; null where the operator wants none, and then nothing mentions it. */
  readonly mail: MailSettings | null
  /** Places (`host:port`) that may be called although they are private: a checker or a hub of the operator's own. */
  readonly outboundAllow: readonly string[]
  /** Where comments are checked in place of Akismet's own server. */
  readonly akismetUrl: string | undefined
  /** Who takes news of changes for search engines in place of indexnow.org. */
  readonly indexNowUrl: string | undefined
  /** Where pictures are kept when not in the data folder. */
  readonly s3: S3Settings | null
}

const PUBLIC_URL_HELP =
  'PUBLIC_URL must be the address readers use, for example https://news.example.org: http or https, without a path.'

const publicUrl = z.string().transform((text, ctx) => {
  const url = URL.canParse(text) ? new URL(text) : null
  const plain =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (plain) return url.origin
  ctx.addIssue({ code: 'custom', message: PUBLIC_URL_HELP })
  return z.NEVER
})

const DATABASE_HELP =
  'DATABASE_URL must be a postgresql:// address or file:<path> for SQLite; leave it out for SQLite in DATA_DIR.'

// The value may hold a password: no sentence repeats it.
const POSTGRESQL_HELP =
  'DATABASE_URL is no address that can be read. Write it as postgresql://user:password@host:5432/database, special characters of the password as %40 and the like.'

const OUTBOUND_HELP =
  'OUTBOUND_ALLOW must be hosts with ports between commas, for example 127.0.0.1:8080,checker.internal:443.'

const INDEXNOW_HELP =
  'INDEXNOW_URL must be the address of a server that takes IndexNow, for example https://www.bing.com/indexnow; leave it out for indexnow.org’s own.'

/** As addresses spell them, so that they are found again. */
const places = z.string().transform((text, ctx) => {
  const given = text.split(',').map((place) => place.trim().toLowerCase())
  if (given.every((place) => /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\]):[1-9]\d{0,4}$/.test(place))) return given
  ctx.addIssue({ code: 'custom', message: OUTBOUND_HELP })
  return z.NEVER
})

const AKISMET_HELP =
  'AKISMET_URL must be the address of a server that speaks as Akismet does, for example https://checker.internal/1.1/comment-check; leave it out for Akismet’s own.'

const variables = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'NODE_ENV is production, development or test; leave it out.')
    .default('production'),
  PORT: wholeNumber(1, 65_535, 'PORT must be a number from 1 to 65535, for example PORT=3000.').default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'HOST must be an address to listen on, for example 127.0.0.1 or 0.0.0.0.')
    .default('127.0.0.1'),
  PUBLIC_URL: publicUrl.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(?:postgres(?:ql)?:\/\/[^\s]+|file:.+)$/, DATABASE_HELP)
    .refine((text) => !text.startsWith('postgres') || URL.canParse(text), POSTGRESQL_HELP)
    .optional(),
  TRUSTED_PROXY_COUNT: wholeNumber(
    0,
    10,
    'TRUSTED_PROXY_COUNT must be the number of proxies in front of Stet, 0 to 10.',
  ).default(0),
  PRESS: switchOf('PRESS').default(true),
  PRESS_MB: wholeNumber(
    1,
    65_536,
    'PRESS_MB must be the memory for finished pages in megabytes, 1 to 65536, for example PRESS_MB=64.',
  ).default(64),
  SHARED_CACHE_SECONDS: wholeNumber(
    0,
    3_600,
    'SHARED_CACHE_SECONDS must be how long a proxy or CDN may keep a page, 0 to 3600 seconds.',
  ).default(5),
  RATE_LIMITS: switchOf('RATE_LIMITS').default(true),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  OUTBOUND_ALLOW: places.optional(),
  AKISMET_URL: z.url({ protocol: /^https?$/, error: AKISMET_HELP }).optional(),
  INDEXNOW_URL: z.url({ protocol: /^https?$/, error: INDEXNOW_HELP }).optional(),
  ...s3Variables,
})

/** An empty variable is an absent one: `PORT= npm start` means the default. */
const given = (source: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.keys(variables.shape).flatMap((name) => {
      const value = source[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )

const databaseUrlOf = (given: string | undefined, dataDir: string): string => {
  if (!given) return `file:${resolve(dataDir, 'stet.db')}`
  return given.startsWith('file:') ? `file:${resolve(given.slice('file:'.length))}` : given
}

/** Reads and checks the environment; throws `EnvError` with every problem at once. */
export const readEnv = (source: Readonly<Record<string, string | undefined>> = process.env): Env => {
  const parsed = variables.safeParse(given(source))
  if (!parsed.success) throw new EnvError(parsed.error.issues.map((issue) => issue.message))
  const v = parsed.data
  if (!v.RATE_LIMITS && !isLoopback(v.HOST)) {
    throw new EnvError([
      `RATE_LIMITS=off is only accepted when HOST is a loopback address, and HOST is ${v.HOST}. Remove one of them.`,
    ])
  }
  if ((v.SMTP_URL === undefined) !== (v.MAIL_FROM === undefined)) {
    const [given, missing] = v.SMTP_URL === undefined ? ['MAIL_FROM', 'SMTP_URL'] : ['SMTP_URL', 'MAIL_FROM']
    throw new EnvError([
      `${given} is set, but ${missing} is not: mail needs both. Set ${missing}, or remove ${given} for a publication without mail.`,
    ])
  }
  const dataDir = resolve(v.DATA_DIR)
  const publicOrigin = v.PUBLIC_URL ?? `http://localhost:${v.PORT}`
  return {
    mode: v.NODE_ENV,
    port: v.PORT,
    host: v.HOST,
    publicOrigin,
    https: publicOrigin.startsWith('https:'),
    dataDir,
    databaseUrl: databaseUrlOf(v.DATABASE_URL, dataDir),
    trustedProxyCount: v.TRUSTED_PROXY_COUNT,
    pressBytes: v.PRESS ? v.PRESS_MB * 1024 * 1024 : 0,
    sharedCacheSeconds: v.SHARED_CACHE_SECONDS,
    rateLimits: v.RATE_LIMITS,
    mail: v.SMTP_URL && v.MAIL_FROM ? { smtpUrl: v.SMTP_URL, from: v.MAIL_FROM } : null,
    outboundAllow: v.OUTBOUND_ALLOW ?? [],
    akismetUrl: v.AKISMET_URL,
    indexNowUrl: v.INDEXNOW_URL,
    s3: s3Of(v),
  }
}

/**
 * Variables that libraries insist on reading themselves: next-auth its address and secret, React and Next their mode.
 * The only place that writes the environment.
 */
export const tellLibraries = (env: Env, nextAuthSecret: string): void => {
  Object.assign(process.env, {
    NODE_ENV: env.mode,
    NEXTAUTH_URL: env.publicOrigin,
    NEXTAUTH_SECRET: nextAuthSecret,
    NEXT_TELEMETRY_DISABLED: '1',
  })
}
