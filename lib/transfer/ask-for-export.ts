import { whatIsAsked } from '../accounts/confirm-again'
import { type OwnerDeps, type OwnerProof, confirmOwner } from '../accounts/confirm-owner'
import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

/** The owner says that they want everything: for ten minutes the archive can be fetched by this session. */
export const askForExport = async (
  deps: OwnerDeps & Pick<Ports, 'exportStore'>,
  actor: Actor,
  proof: OwnerProof,
): Promise<Result<void>> => {
  const confirmed = await confirmOwner(deps, actor, proof)
  if (!confirmed.ok) return confirmed
  await deps.exportStore.note({
    actor: confirmed.value,
    action: 'ask.export',
    subject: 'setting:site',
    detail: {},
  })
  return ok(undefined)
}

/** Whether the archive may be fetched now: in this session, whatever it was that it was confirmed for. */
export const mayFetchExport = async (
  deps: Parameters<typeof whatIsAsked>[0],
  actor: Actor,
): Promise<Result<void>> => {
  if (actor.kind !== 'user') return fail('unauthenticated', 'Sign in first.')
  if (!can(actor, 'use.dangerZone')) return fail('forbidden', 'Only the owner can do this.')
  return (await whatIsAsked(deps, actor)) === 'nothing'
    ? ok(undefined)
    : fail('conflict', 'Ten minutes have passed. Ask for the export once more, in the danger zone.')
}
