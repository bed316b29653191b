import { barredWords } from '../accounts/barred-words'
import { type Standing, standingOf } from '../accounts/standing'
import type { Actor } from '../kernel/actor'
import { type Result, fail } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

/** The refusal for somebody of this standing who is kept from taking part, in words; null for everybody else. */
export const barredAs = (actor: Actor, { barredBy }: Standing): Result<never> | null =>
  barredBy && !can(actor, 'take.part', { barred: true }) ? fail('forbidden', barredWords(barredBy)) : null

/** The same, looked up. */
export const barredFrom = async (
  deps: Pick<Ports, 'measureStore' | 'secrets' | 'clock'>,
  actor: Actor,
): Promise<Result<never> | null> => barredAs(actor, await standingOf(deps, actor))
