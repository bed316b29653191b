import { accountActor } from '../accounts/account-actor'
import type { User } from '../accounts/account-store'
import { BARRING, SIGNS_OUT } from '../accounts/measure'
import type { SignedIn } from '../kernel/actor'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

type Deps = Pick<Ports, 'measureStore' | 'clock'>

/**
 * Whom mail to a moderator, and a link of it, stands for: no session, and only as long as they could sign in and decide.
 * Null for whoever lost their role, their account or, by a measure, the desk.
 */
export const moderatorOf = async (deps: Deps, user: User | null): Promise<SignedIn | null> => {
  if (!user || user.disabledAt !== null) return null
  const actor = await accountActor(deps, user, '')
  return can(actor, 'decide.comment') ? actor : null
}

/** Whether it is a suspension alone that takes the desk from them: what they wish of it is theirs again afterwards. */
export const isSuspended = async ({ measureStore, clock }: Deps, user: User): Promise<boolean> => {
  const actor = { kind: 'user', userId: user.id, role: user.role, name: user.name, sessionId: '' } as const
  if (user.disabledAt !== null || !can(actor, 'decide.comment')) return false
  const measures = await measureStore.standing([`user:${user.id}`], clock.now())
  return measures.some(({ kind }) => BARRING.has(kind)) && !measures.some(({ kind }) => SIGNS_OUT.has(kind))
}
