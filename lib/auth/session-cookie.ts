import { cookies } from 'next/headers'
import { TICKET_LIFE } from '../accounts/second-step/sign-in-ticket'
import { SESSION_MAX_AGE } from '../accounts/session-life'
import { cookieName, cookieOptions } from './cookies'
import type { House } from './house'
import { printSessionToken } from './session-token'

/** Signs this device in: sets the session cookie on the answer of a server action. */
export const rememberSession = async ({ stet, env }: House, sessionId: string): Promise<void> => {
  const token = await printSessionToken(stet.ports.secrets, sessionId)
  const jar = await cookies()
  jar.set(cookieName('session', env.https), token, cookieOptions(env.https, SESSION_MAX_AGE))
}

/** Takes the session cookie back. The row was revoked before: the cookie alone opens nothing. */
export const forgetSession = async ({ env }: Pick<House, 'env'>): Promise<void> => {
  const jar = await cookies()
  jar.set(cookieName('session', env.https), '', cookieOptions(env.https, 0))
}

/** Between the password and the code: this device has typed the first. */
export const rememberTicket = async ({ env }: Pick<House, 'env'>, ticket: string): Promise<void> => {
  const jar = await cookies()
  jar.set(cookieName('ticket', env.https), ticket, cookieOptions(env.https, TICKET_LIFE))
}

/** The ticket between password and second step that this browser holds; null for none. */
export const ticketHere = async ({ env }: Pick<House, 'env'>): Promise<string | null> => {
  const jar = await cookies()
  return jar.get(cookieName('ticket', env.https))?.value || null
}

/** What a question for a passkey was put to this browser with (server/routes/passkey-question.ts). */
export const passkeyBrowserHere = async ({ env }: Pick<House, 'env'>): Promise<string | null> => {
  const jar = await cookies()
  return jar.get(cookieName('passkey', env.https))?.value || null
}

/** Takes the ticket from this browser. */
export const forgetTicket = async ({ env }: Pick<House, 'env'>): Promise<void> => {
  const jar = await cookies()
  jar.set(cookieName('ticket', env.https), '', cookieOptions(env.https, 0))
}
