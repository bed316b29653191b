import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import type { ClientFacts } from '../kernel/client-facts'
import { type FieldProblems, fieldProblems, invalidFields } from '../kernel/field-problems'
import { type Result, fail } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { User } from './account-store'
import { type ConfirmDeps, confirmAgain } from './confirm-again'
import { openProvenSession } from './open-session'
import { canonicalPassword, passwordProblem } from './password'

const typed = z.string().max(2000)
export const changePasswordInput = z.strictObject({
  currentPassword: typed,
  newPassword: typed,
  newPasswordAgain: typed,
  code: z.string().max(100).optional(),
})
type Input = z.infer<typeof changePasswordInput>

type Deps = ConfirmDeps & Pick<Ports, 'measureStore' | 'ids'>

const problemIn = (
  { currentPassword, newPassword, newPasswordAgain }: Input,
  user: User,
): FieldProblems | null =>
  fieldProblems({
    currentPassword: currentPassword === '' ? 'Enter your current password.' : null,
    newPassword: passwordProblem(newPassword, [user.email, user.name]),
    newPasswordAgain: newPasswordAgain === newPassword ? null : 'The two are not the same. Type it again.',
  })

/**
 * Gives an account a new password, for whoever knows the one it has (and has the app, where codes are on). Every session ends, on every device, and the one it
 * was done from goes on under a new id: whoever had the old cookie, or the old password, is out.
 */
export const changePassword = async (
  deps: Deps,
  actor: Actor,
  input: Input,
  client: ClientFacts,
): Promise<Result<{ sessionId: string }>> => {
  const user =
    actor.kind === 'user' && can(actor, 'open.account')
      ? await deps.accountStore.findUser(actor.userId)
      : null
  if (!user) return fail('unauthenticated', 'You are not signed in. Sign in to change your password.')
  const problem = problemIn(input, user)
  if (problem) return invalidFields(problem)

  const step = await deps.secondStepStore.find(user.id)
  const proof = { password: input.currentPassword, code: input.code }
  const known = await confirmAgain(deps, actor, proof, { afresh: true, field: 'currentPassword' })
  if (!known.ok) return known

  const passwordHash = await deps.passwordHasher.hash(canonicalPassword(input.newPassword))
  const changed = await deps.accountStore.changeUser(
    user.id,
    { passwordHash },
    { actor, action: 'change.password', subject: `user:${user.id}`, detail: {} },
  )
  if (!changed) return fail('not-found', 'This account is not there any more.')
  return openProvenSession(deps, { ...user, passwordHash }, step?.sealed ?? null, client)
}
