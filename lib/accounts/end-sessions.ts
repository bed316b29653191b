import type { Actor } from '../kernel/actor'
import { type Result, ok } from '../kernel/result'
import { type OwnerDeps, type OwnerProof, confirmOwner } from './confirm-owner'

/** Signs everybody out, on every device: staff, members, and whoever asks for it. */
export const endSessions = async (
  deps: OwnerDeps,
  actor: Actor,
  proof: OwnerProof,
): Promise<Result<{ readonly ended: number }>> => {
  const confirmed = await confirmOwner(deps, actor, proof)
  if (!confirmed.ok) return confirmed
  const ended = await deps.accountStore.revokeEverySession(deps.clock.now(), {
    actor: confirmed.value,
    action: 'end.sessions',
    subject: 'setting:site',
    detail: {},
  })
  return ok({ ended })
}
