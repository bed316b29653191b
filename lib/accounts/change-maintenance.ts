import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import { type Result, ok } from '../kernel/result'
import { text } from '../settings/bounded'
import { MAINTENANCE_NOTE_MAX } from '../settings/site-settings'
import { chooseForAll } from './choose-for-all'
import { type OwnerDeps, confirmOwner, ownerProofInput } from './confirm-owner'

export const changeMaintenanceInput = ownerProofInput.extend({
  closed: z.enum(['yes', 'no']),
  /** What readers are told meanwhile; '' or nothing for the words of the house. */
  note: text({ min: 0, max: MAINTENANCE_NOTE_MAX }).optional(),
})

/** Asks readers to come back later, wherever they come to, or lets them in again. The staff work on meanwhile. */
export const changeMaintenance = async (
  deps: OwnerDeps,
  actor: Actor,
  { closed, note = '', ...proof }: z.infer<typeof changeMaintenanceInput>,
): Promise<Result<{ readonly closed: boolean }>> => {
  const confirmed = await confirmOwner(deps, actor, proof)
  if (!confirmed.ok) return confirmed
  const maintenance = closed === 'yes'
  const chosen = await chooseForAll(deps, confirmed.value, {
    choices: { maintenance, maintenanceNote: maintenance ? canonicalText(note, { singleLine: true }) : '' },
    action: maintenance ? 'begin.maintenance' : 'end.maintenance',
  })
  return chosen.ok ? ok({ closed: maintenance }) : chosen
}
