import { z } from 'zod'
import { type Actor, ROLES } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { newUser } from './new-user'
import { emailTaken, unlikeStaff } from './staff-name'

export const createUserInput = z.strictObject({
  email: z.string().max(2000),
  name: z.string().max(2000),
  role: z.enum(ROLES),
  /** Without one, the person cannot sign in until they are given one. */
  password: z.string().max(2000).optional(),
})

/** Adds an account. Nobody may carry a name that can be taken for one of the staff's. */
export const createUser = async (
  deps: Pick<Ports, 'accountStore' | 'passwordHasher' | 'clock' | 'ids'>,
  actor: Actor,
  { password, ...input }: z.infer<typeof createUserInput>,
): Promise<Result<{ userId: string }>> => {
  if (!can(actor, 'manage.users')) return fail('forbidden', 'Only the owner can add people.')
  const made = await newUser(deps, { ...input, password: password ?? null, known: [] })
  const user = made.ok ? await unlikeStaff(deps, made.value) : made
  if (!user.ok) return user
  const stored = await deps.accountStore.insertUser(user.value, {
    actor,
    action: 'create.user',
    subject: `user:${user.value.id}`,
    detail: { role: user.value.role },
  })
  return stored === 'stored' ? ok({ userId: user.value.id }) : emailTaken()
}
