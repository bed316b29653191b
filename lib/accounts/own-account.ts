import type { Actor, Role } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

export interface OwnAccountView {
  readonly name: string
  readonly email: string
  readonly role: Role
}

/** What somebody sees of their own account. */
export const ownAccount = async (
  { accountStore }: Pick<Ports, 'accountStore'>,
  actor: Actor,
): Promise<Result<OwnAccountView>> => {
  const user =
    actor.kind === 'user' && can(actor, 'open.account') ? await accountStore.findUser(actor.userId) : null
  if (!user) return fail('unauthenticated', 'You are not signed in. Sign in to see your account.')
  return ok({ name: user.name, email: user.email, role: user.role })
}
