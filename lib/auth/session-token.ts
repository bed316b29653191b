import { decode, encode } from 'next-auth/jwt'
import { SESSION_MAX_AGE } from '../accounts/session-life'
import { ID_PATTERN } from '../kernel/ids'
import type { Secrets } from '../kernel/secrets'

/** Key of the session tokens (encrypted with A256GCM by next-auth): ours for this purpose only. */
export const tokenSecret = (secrets: Pick<Secrets, 'mac'>): string => secrets.mac('session-token')

/** The value of the session cookie. It carries the session id and nothing else: the row says the rest. */
export const printSessionToken = (secrets: Pick<Secrets, 'mac'>, sessionId: string): Promise<string> =>
  encode({ token: { sid: sessionId }, secret: tokenSecret(secrets), maxAge: SESSION_MAX_AGE / 1000 })

/** The session id in a decoded token, or null: a token of ours always holds one. */
export const sessionIdOf = (token: Readonly<Record<string, unknown>> | null | undefined): string | null =>
  typeof token?.sid === 'string' && ID_PATTERN.test(token.sid) ? token.sid : null

/** The session id in a cookie's value; null for forged, truncated, expired or foreign ones. */
export const readSessionToken = async (
  secrets: Pick<Secrets, 'mac'>,
  token: string,
): Promise<string | null> => {
  // Five parts of a compact JWE; ours have about 250 characters. Anything else is not worth a decryption.
  if (token.length > 1024 || !/^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return null
  try {
    return sessionIdOf(await decode({ token, secret: tokenSecret(secrets) }))
  } catch {
    return null
  }
}
