import type { User } from '../accounts/account-store'
import { SIGNS_OUT } from '../accounts/measure'
import type { SignedIn } from '../kernel/actor'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

/**
 * Whom mail to a moderator, and a link of it, stands for: no session, and only as long as they could sign in and decide.
 * Null for whoever lost their role, their account or, by a ban, the way in.
 */
export const moderatorOf = async (
  { measureStore, clock }: Pick<Ports, 'measureStore' | 'clock'>,
  user: User | null,
): Promise<SignedIn | null> => {
  if (!user || user.disabledAt !== null) return null
  const actor: SignedIn = { kind: 'user', userId: user.id, role: user.role, name: user.name, sessionId: '' }
  if (!can(actor, 'decide.comment')) return null
  const measures = await measureStore.standing([`user:${user.id}`], clock.now())
  return measures.some(({ kind }) => SIGNS_OUT.has(kind)) ? null : actor
}
