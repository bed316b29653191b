import type { ClientFacts } from '../kernel/client-facts'
import { canonicalText, cutText } from '../kernel/canonical-text'
import type { Ports } from '../ports'
import type { User } from './account-store'
import { sessionEnd } from './session-life'

/** Stores a signed-in device. Returns the session id: 128 random bits, what the cookie carries. */
export const openSession = async (
  { accountStore, ids, clock }: Pick<Ports, 'accountStore' | 'ids' | 'clock'>,
  user: User,
  client: ClientFacts,
): Promise<string> => {
  const now = clock.now()
  const id = ids.random()
  await accountStore.insertSession({
    id,
    userId: user.id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionEnd(user.role, { createdAt: now, now }),
    revokedAt: null,
    userAgent: cutText(canonicalText(client.userAgent, { singleLine: true }), { max: 300 }),
  })
  return id
}
