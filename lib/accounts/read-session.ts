import type { SignedIn } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import type { Ports } from '../ports'
import { accountActor } from './account-actor'
import { TOUCH_AFTER, sessionEnd } from './session-life'

/**
 * Who this session id is now, or null: asked on every request, so that a revoked, idle or disabled one ends at once and
 * a changed role or a measure counts at once.
 */
export const readSession = async (
  deps: Pick<Ports, 'accountStore' | 'measureStore' | 'clock'>,
  sessionId: string,
): Promise<SignedIn | null> => {
  if (!ID_PATTERN.test(sessionId)) return null
  const { accountStore, clock } = deps
  const found = await accountStore.findSession(sessionId)
  if (!found) return null
  const { session, user } = found
  const now = clock.now()
  if (session.revokedAt !== null || session.expiresAt <= now || user.disabledAt !== null) return null
  if (now - session.lastSeenAt >= TOUCH_AFTER) {
    await accountStore.touchSession(
      sessionId,
      now,
      sessionEnd(user.role, { createdAt: session.createdAt, now }),
    )
  }
  return accountActor(deps, user, sessionId)
}
