import { ANONYMOUS, type Actor, type Guest, type SignedIn } from '../kernel/actor'
import { cookieName, readCookie } from './cookies'
import type { House } from './house'
import { readSessionToken } from './session-token'

/** Who sends a request, by its cookies. */
export interface WhoAsks {
  readonly actor: Actor
  /** The guest of this device, also while somebody is signed in on it. */
  readonly guest: Guest | null
}

const signedIn = async ({ stet, env }: House, header: string | null): Promise<SignedIn | null> => {
  const token = readCookie(header, cookieName('session', env.https))
  const sessionId = token && (await readSessionToken(stet.ports.secrets, token))
  return sessionId ? stet.accounts.readSession(sessionId) : null
}

/**
 * Who sends this `Cookie` header: a signed-in person, else a guest, else nobody. The session row is read every time.
 * Cookies that are not ours, or no longer, count as none.
 */
export const readActor = async (house: House, cookieHeader: string | null): Promise<WhoAsks> => {
  const secret = readCookie(cookieHeader, cookieName('guest', house.env.https))
  const [user, guest] = await Promise.all([
    signedIn(house, cookieHeader),
    secret ? house.stet.accounts.findGuest(secret) : null,
  ])
  return { actor: user ?? guest ?? ANONYMOUS, guest }
}
