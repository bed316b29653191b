import { z } from 'zod'
import type { Actor } from '../../kernel/actor'
import { invalidFields } from '../../kernel/field-problems'
import { type Result, fail, ok } from '../../kernel/result'
import { can } from '../../policy/policy'
import type { Ports } from '../../ports'
import { begunStep } from './own-second-step'
import { stepOfCode } from './prove-second-step'
import { RECOVERY_CODES, freshRecoveryCode, recoveryHash } from './recovery-codes'

export const confirmSecondStepInput = z.strictObject({ code: z.string().max(100) })

type Deps = Pick<
  Ports,
  'accountStore' | 'secondStepStore' | 'oneTimeCodes' | 'limits' | 'secrets' | 'clock' | 'ids'
>

const WRONG =
  'This is not the code of now. Check that the clock of your phone is right, and type the one it shows.'

/**
 * The app has shown that it has the secret: from now on it is asked for, and every other device is signed out. The recovery
 * codes are told here and never again.
 */
export const confirmSecondStep = async (
  deps: Deps,
  actor: Actor,
  { code }: z.infer<typeof confirmSecondStepInput>,
): Promise<Result<{ codes: readonly string[] }>> => {
  const user =
    actor.kind === 'user' && can(actor, 'use.second-step')
      ? await deps.accountStore.findUser(actor.userId)
      : null
  if (!user) return fail('forbidden', 'Codes at sign-in are for the staff of the publication.')
  const here = actor.kind === 'user' ? actor.sessionId : ''
  const begun = begunStep(await deps.secondStepStore.find(user.id), here, deps)
  if (!begun) return fail('conflict', 'There is nothing to confirm any more. Begin again.')
  const allowed = await deps.limits.take('confirm.code', user.id)
  if (!allowed.ok) return allowed
  const step = stepOfCode(deps, begun, code)
  if (step === null) return invalidFields({ code: WRONG })
  await deps.limits.forget('confirm.code', user.id)

  const codes = Array.from({ length: RECOVERY_CODES }, () => freshRecoveryCode(deps))
  const hashes = codes.map((one) => recoveryHash(deps, user.id, one))
  const confirmed = await deps.secondStepStore.confirm(
    begun,
    { step, codes: hashes, at: deps.clock.now(), here },
    { actor, action: 'add.second-step', subject: `user:${user.id}`, detail: {} },
  )
  if (!confirmed) return fail('conflict', 'There is nothing to confirm any more. Begin again.')
  return ok({ codes })
}
