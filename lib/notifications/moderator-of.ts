import { absentActor } from '../accounts/account-actor'
import type { User } from '../accounts/account-store'
import type { SignedIn } from '../kernel/actor'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

type Deps = Pick<Ports, 'measureStore' | 'clock'>

/**
 * Whom mail to a moderator, and a link of it, stands for: no session, and only as long as they could sign in and decide.
 * Null for whoever lost their role, their account or, by a measure, the desk.
 */
export const moderatorOf = async (deps: Deps, user: User | null): Promise<SignedIn | null> => {
  const actor = await absentActor(deps, user)
  return actor && can(actor, 'decide.comment') ? actor : null
}

/** Whether it is a suspension alone that takes the desk from them: what they wish of it is theirs again afterwards. */
export const isSuspended = async (deps: Deps, user: User | null): Promise<boolean> => {
  const actor = await absentActor(deps, user)
  return actor?.barred === true && can({ ...actor, barred: false }, 'decide.comment')
}
