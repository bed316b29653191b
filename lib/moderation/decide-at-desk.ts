import type { Actor } from '../kernel/actor'
import { type Result, fail } from '../kernel/result'
import type { Ports } from '../ports'
import { type DecideDeps, type DecideInput, type Decided, decide, reasonFor } from './decide'

const NO_REASON = 'Choose a reason for rejecting it.'

/**
 * A decision where the list of reasons is at hand: the publication may ask for one. By mail, and with a measure that
 * gives its own, there is none to choose.
 */
export const decideAtDesk = async (
  deps: DecideDeps & Pick<Ports, 'settingsStore'>,
  actor: Actor,
  input: DecideInput,
): Promise<Result<Decided>> => {
  if (input.move === 'reject' && reasonFor(input) === null) {
    const { settings } = await deps.settingsStore.read()
    if (settings.reasonRequired) return fail('invalid', NO_REASON, { fields: { reason: NO_REASON } })
  }
  return decide(deps, actor, input)
}
