import { z } from 'zod'
import { type Actor, ROLES } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { newUser } from './new-user'

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
  const user = await newUser(deps, { ...input, password: password ?? null, known: [] })
  if (!user.ok) return user
  if (await deps.accountStore.isStaffName(user.value.nameKey)) {
    return fail('invalid', 'Somebody on the staff has a name that looks like this one.', {
      fields: {
        name: 'Somebody on the staff has a name that looks like this one. Add an initial or a surname.',
      },
    })
  }
  const stored = await deps.accountStore.insertUser(user.value, {
    actor,
    action: 'create.user',
    subject: `user:${user.value.id}`,
    detail: { role: user.value.role },
  })
  return stored === 'stored'
    ? ok({ userId: user.value.id })
    : fail('conflict', 'There is already an account with this email address.', {
        fields: { email: 'There is already an account with this address.' },
      })
}
