import type { Actor } from '../../kernel/actor'
import { type Result, fail, ok } from '../../kernel/result'
import type { Ports } from '../../ports'
import { readRecoveryCode, recoveryHash } from './recovery-codes'
import type { SecondStep } from './second-step-store'

export const SEALED_FOR = 'second-step'

export type ProofDeps = Pick<Ports, 'secondStepStore' | 'oneTimeCodes' | 'secrets' | 'limits' | 'clock'>

const WRONG =
  'This code does not open it: a code works once, for about a minute. Wait for the next one, or type a recovery code.'

/** The half minute of a code the app shows now; null for anything else. */
export const stepOfCode = (
  { oneTimeCodes, secrets, clock }: Pick<ProofDeps, 'oneTimeCodes' | 'secrets' | 'clock'>,
  { sealed }: Pick<SecondStep, 'sealed'>,
  typed: string,
): number | null => {
  const code = typed.replaceAll(/[\s-]/g, '')
  const secret = secrets.open(SEALED_FOR, sealed)
  return secret !== null && /^\d{6}$/.test(code) ? oneTimeCodes.stepOf(secret, code, clock.now()) : null
}

/**
 * Whoever types it has the app, or one of the recovery codes. What was used is used up; guesses count, whether they come
 * one after the other or all at once: at the door, and apart from that by whoever is signed in.
 */
export const proveSecondStep = async (
  deps: ProofDeps,
  step: SecondStep,
  typed: string,
  { actor, counted }: { readonly actor: Actor; readonly counted: 'login.code' | 'confirm.code' },
): Promise<Result<void>> => {
  const { secondStepStore, limits, clock } = deps
  const { userId } = step
  const allowed = await limits.take(counted, userId)
  if (!allowed.ok) return allowed
  const half = stepOfCode(deps, step, typed)
  const recovery = half === null ? readRecoveryCode(typed) : null
  const audit = { actor, action: 'use.recovery-code', subject: `user:${userId}`, detail: {} } as const
  const isProven =
    half !== null
      ? await secondStepStore.useStep(userId, half)
      : recovery !== null &&
        (await secondStepStore.useRecoveryCode(
          userId,
          recoveryHash(deps, userId, recovery),
          clock.now(),
          audit,
        ))
  if (!isProven) return fail('unauthenticated', WRONG, { fields: { code: WRONG } })
  await limits.forget(counted, userId)
  return ok(undefined)
}
