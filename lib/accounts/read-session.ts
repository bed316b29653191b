import type { SignedIn } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import type { Ports } from '../ports'
import { TOUCH_AFTER, sessionEnd } from './session-life'

/**
 * Who this session id is now, or null: asked on every request, so that a revoked, idle or disabled one ends at once and
 * a changed role counts at once.
 */
export const readSession = async (
  { accountStore, clock }: Pick<Ports, 'accountStore' | 'clock'>,
  sessionId: string,
): Promise<SignedIn | null> => {
  if (!ID_PATTERN.test(sessionId)) return null
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
  return { kind: 'user', userId: user.id, role: user.role, name: user.name, sessionId }
}
