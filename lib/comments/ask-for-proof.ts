import type { ClientFacts } from '../kernel/client-facts'
import { MINUTE } from '../kernel/clock'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { isBusy } from './busy'

/** Long enough for a long comment. */
const GOOD_FOR = 20 * MINUTE

/** A task for a browser while many are posting at once; `not-found` in calm times, when nobody is asked for anything. */
export const askForProof = async (
  deps: Pick<Ports, 'limits' | 'proofOfWork' | 'clock'>,
  { addressBlock }: ClientFacts,
): Promise<Result<unknown>> => {
  if (!(await isBusy(deps))) return fail('not-found', 'No proof is asked for.')
  const allowed = await deps.limits.take('proof.ask', addressBlock)
  if (!allowed.ok) return allowed
  return ok(await deps.proofOfWork.task(deps.clock.now() + GOOD_FOR))
}
