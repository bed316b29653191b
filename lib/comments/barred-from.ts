import { barredWords } from '../accounts/barred-words'
import { standingOf } from '../accounts/standing'
import type { Actor } from '../kernel/actor'
import { type Result, fail } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

/** The refusal for somebody who is kept from taking part, in words; null for everybody else. */
export const barredFrom = async (
  deps: Pick<Ports, 'measureStore' | 'secrets' | 'clock'>,
  actor: Actor,
): Promise<Result<never> | null> => {
  const { barredBy } = await standingOf(deps, actor)
  return barredBy && !can(actor, 'take.part', { barred: true })
    ? fail('forbidden', barredWords(barredBy))
    : null
}
