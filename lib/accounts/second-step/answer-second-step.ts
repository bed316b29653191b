import { z } from 'zod'
import type { ClientFacts } from '../../kernel/client-facts'
import { invalidFields } from '../../kernel/field-problems'
import { type Result, fail } from '../../kernel/result'
import type { Ports } from '../../ports'
import { openProvenSession } from '../open-session'
import { type ProofDeps, proveSecondStep } from './prove-second-step'
import { readTicket, useTicket } from './sign-in-ticket'

export const answerSecondStepInput = z.strictObject({ code: z.string().max(100) })

type Deps = ProofDeps & Pick<Ports, 'accountStore' | 'passkeyStore' | 'measureStore' | 'ids'>

/** `over`: the password has to be typed again. */
const OVER = fail('unauthenticated', 'That took too long. Sign in with your password again.', {
  details: { over: true },
})

/** The second half of signing in. `ticket` says that the first went well. */
export const answerSecondStep = async (
  deps: Deps,
  { ticket, code }: { readonly ticket: string | null; readonly code: string },
  client: ClientFacts,
): Promise<Result<{ sessionId: string }>> => {
  if (code.trim() === '') return invalidFields({ code: 'Type the code your app shows.' })
  const fromHere = await deps.limits.take('login.address', client.addressBlock)
  if (!fromHere.ok) return fromHere
  const user = ticket === null ? null : await readTicket(deps, ticket)
  if (!user || user.disabledAt !== null) return OVER
  const step = await deps.secondStepStore.find(user.id)
  // Switched off since: the password alone was not asked for this way.
  if (!step || step.confirmedAt === null) return OVER
  const { id: userId, role, name } = user
  const actor = { kind: 'user', userId, role, name, sessionId: 'none' } as const
  const proven = await proveSecondStep(deps, step, code, { actor, counted: 'login.code' })
  if (!proven.ok) return proven
  if (ticket === null || !(await useTicket(deps, ticket))) return OVER
  return openProvenSession(deps, user, step.sealed, client)
}
