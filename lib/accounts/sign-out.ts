import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

type Deps = Pick<Ports, 'accountStore' | 'clock'>

/** Ends the session of this device. Signing out twice, or signed out, is fine. */
export const signOut = async ({ accountStore, clock }: Deps, actor: Actor): Promise<Result<void>> => {
  if (actor.kind === 'user') await accountStore.revokeSession(actor.sessionId, clock.now())
  return ok(undefined)
}

/** Ends every session of this person, this device included. */
export const signOutEverywhere = async (
  { accountStore, clock }: Deps,
  actor: Actor,
): Promise<Result<{ ended: number }>> => {
  if (actor.kind !== 'user' || !can(actor, 'open.account')) {
    return fail('unauthenticated', 'You are not signed in. Sign in to manage your devices.')
  }
  return ok({ ended: await accountStore.revokeSessions(actor.userId, clock.now()) })
}
