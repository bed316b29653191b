import { z } from 'zod'
import type { Actor } from '../../kernel/actor'
import type { ClientFacts } from '../../kernel/client-facts'
import { type Result, fail, ok } from '../../kernel/result'
import { can } from '../../policy/policy'
import type { Ports } from '../../ports'
import { type ConfirmDeps, confirmAgain } from '../confirm-again'
import { openProvenSession } from '../open-session'

export const removeSecondStepInput = z.strictObject({
  currentPassword: z.string().max(2000),
  code: z.string().max(100),
})

type Deps = ConfirmDeps & Pick<Ports, 'measureStore' | 'ids'>

const OFF = fail('conflict', 'Codes at sign-in are off already.')

/** For whoever has both, the password and the app (or a recovery code). Every other session ends. */
export const removeSecondStep = async (
  deps: Deps,
  actor: Actor,
  { currentPassword, code }: z.infer<typeof removeSecondStepInput>,
  client: ClientFacts,
): Promise<Result<{ sessionId: string }>> => {
  const user =
    actor.kind === 'user' && can(actor, 'use.second-step')
      ? await deps.accountStore.findUser(actor.userId)
      : null
  if (!user) return fail('forbidden', 'Codes at sign-in are for the staff of the publication.')
  const step = await deps.secondStepStore.find(user.id)
  if (!step || step.confirmedAt === null) return OFF
  const proof = { password: currentPassword, code }
  const proven = await confirmAgain(deps, actor, proof, { afresh: true, field: 'currentPassword' })
  if (!proven.ok) return proven
  const audit = { actor, action: 'remove.second-step', subject: `user:${user.id}`, detail: {} }
  const removed = await deps.secondStepStore.remove(user.id, deps.clock.now(), audit)
  return removed ? openProvenSession(deps, user, null, client) : OFF
}

/** The operator's way, for somebody who has lost the app and the recovery codes: from the command line alone. */
export const resetSecondStep = async (
  { accountStore, secondStepStore, clock }: Pick<Ports, 'accountStore' | 'secondStepStore' | 'clock'>,
  actor: Actor,
  { emailKey }: { readonly emailKey: string },
): Promise<Result<{ name: string }>> => {
  if (actor.kind !== 'system') return fail('forbidden', 'This is done on the machine itself.')
  const user = await accountStore.findUserByEmailKey(emailKey)
  if (!user) return fail('not-found', 'Nobody has an account with this address.')
  const audit = { actor, action: 'reset.second-step', subject: `user:${user.id}`, detail: {} }
  const removed = await secondStepStore.remove(user.id, clock.now(), audit)
  return removed ? ok({ name: user.name }) : fail('conflict', 'They sign in without codes.')
}
