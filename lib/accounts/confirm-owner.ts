import { z } from 'zod'
import type { Actor, SignedIn } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import { invalidFields } from '../kernel/field-problems'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { type ConfirmDeps, confirmAgain, proofInput } from './confirm-again'

/** What stands between the owner and a change that everybody feels: the name typed again, and who they are. */
export const ownerProofInput = proofInput.extend({ name: z.string().max(2_000) })
export type OwnerProof = z.infer<typeof ownerProofInput>

export type OwnerDeps = ConfirmDeps & Pick<Ports, 'settingsStore'>

/** The owner, if it is the owner and means it. */
export const confirmOwner = async (
  deps: OwnerDeps,
  actor: Actor,
  { name, ...proof }: OwnerProof,
): Promise<Result<SignedIn>> => {
  if (actor.kind !== 'user') return fail('unauthenticated', 'You are signed out by now, so nothing was done.')
  if (!can(actor, 'use.dangerZone')) return fail('forbidden', 'Only the owner can do this.')
  const { settings } = await deps.settingsStore.read()
  if (canonicalText(name, { singleLine: true }) !== settings.name) {
    return invalidFields({ name: `Type the name of the publication as it stands: ${settings.name}` })
  }
  const confirmed = await confirmAgain(deps, actor, proof)
  return confirmed.ok ? ok(actor) : confirmed
}
