import { z } from 'zod'
import type { Actor } from '../../kernel/actor'
import { type Result, fail, ok } from '../../kernel/result'
import { can } from '../../policy/policy'
import type { Ports } from '../../ports'
import { knownPassword } from '../known-password'
import { SEALED_FOR } from './prove-second-step'

export const beginSecondStepInput = z.strictObject({ currentPassword: z.string().max(2000) })

type Deps = Pick<
  Ports,
  'accountStore' | 'secondStepStore' | 'oneTimeCodes' | 'passwordHasher' | 'limits' | 'secrets' | 'clock'
>

/** Makes a secret for an app. Nothing is asked for before the app has shown that it has it (`confirmSecondStep`). */
export const beginSecondStep = async (
  deps: Deps,
  actor: Actor,
  { currentPassword }: z.infer<typeof beginSecondStepInput>,
): Promise<Result<void>> => {
  const user =
    actor.kind === 'user' && can(actor, 'use.second-step')
      ? await deps.accountStore.findUser(actor.userId)
      : null
  if (!user) return fail('forbidden', 'Codes at sign-in are for the staff of the publication.')
  const known = await knownPassword(deps, user, currentPassword)
  if (!known.ok) return known
  const sealed = deps.secrets.seal(SEALED_FOR, deps.oneTimeCodes.freshSecret())
  const begun = await deps.secondStepStore.begin({
    ...{ userId: user.id, sealed, createdAt: deps.clock.now() },
    begunBy: actor.kind === 'user' ? actor.sessionId : '',
  })
  return begun ? ok(undefined) : fail('conflict', 'Codes at sign-in are on already. Switch them off first.')
}
