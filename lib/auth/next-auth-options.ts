import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { SESSION_MAX_AGE } from '../accounts/session-life'
import { signInInput } from '../accounts/sign-in'
import type { ClientFacts } from '../kernel/client-facts'
import type { Log } from '../kernel/log'
import { cookieName, cookieOptions } from './cookies'
import type { House } from './house'
import { sessionIdOf, tokenSecret } from './session-token'
import { sitePath } from './site-path'

/**
 * next-auth as a protocol, and no more: it asks our use-case whether a password is right and carries our session id.
 * What a session is worth stands in its row, read on every request.
 */
export const nextAuthOptions = (
  { stet, env, log }: House & { readonly log: Log },
  client: ClientFacts,
): NextAuthOptions => ({
  secret: tokenSecret(stet.ports.secrets),
  useSecureCookies: env.https,
  pages: { signIn: '/login', error: '/login', signOut: '/account' },
  session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE / 1000 },
  cookies: Object.fromEntries(
    (['session', 'csrf', 'callback'] as const).map((use) => {
      const { maxAge: _, ...options } = cookieOptions(env.https, 0)
      const theirs = { session: 'sessionToken', csrf: 'csrfToken', callback: 'callbackUrl' }[use]
      return [theirs, { name: cookieName(use, env.https), options }]
    }),
  ),
  // Codes only: their metadata holds cookies and mail addresses.
  logger: {
    error: (code) => log.warn({ code }, 'next-auth refused a request'),
    warn: (code) => log.warn({ code }, 'next-auth warns'),
    debug: () => undefined,
  },
  providers: [
    CredentialsProvider({
      credentials: {
        email: { label: 'Email', type: 'email' },
        password: { label: 'Password', type: 'password' },
      },
      authorize: async (typed) => {
        const input = signInInput.safeParse({ email: typed?.email, password: typed?.password })
        if (!input.success) return null
        const signedIn = await stet.accounts.signIn(input.data, client)
        return signedIn.ok ? { id: signedIn.value.sessionId } : null
      },
    }),
  ],
  callbacks: {
    // `user` is there right after authorize; next-auth's own claims (name, mail address) are left out.
    jwt: ({ token, user }) => ({ sid: user ? user.id : sessionIdOf(token) }),
    session: async ({ session, token }) => {
      const sessionId = sessionIdOf(token)
      const actor = sessionId && (await stet.accounts.readSession(sessionId))
      // Thrown to next-auth, which then deletes the cookie and answers "nobody".
      if (!actor) throw new Error('This session has ended.')
      return { expires: session.expires, user: { name: actor.name, role: actor.role } }
    },
    redirect: ({ url, baseUrl }) => {
      const path = typeof url === 'string' && url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url
      return baseUrl + (sitePath(path) ?? '/')
    },
  },
  events: {
    signOut: async ({ token }) => {
      const sessionId = sessionIdOf(token)
      const actor = sessionId && (await stet.accounts.readSession(sessionId))
      if (actor) await stet.accounts.signOut(actor)
    },
  },
})
