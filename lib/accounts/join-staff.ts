import { z } from 'zod'
import type { Role } from '../kernel/actor'
import type { ClientFacts } from '../kernel/client-facts'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { newUser } from './new-user'
import { openSession } from './open-session'
import { emailTaken, unlikeStaff } from './staff-name'

export const joinStaffInput = z.strictObject({
  key: z.string().max(200),
  name: z.string().max(2000),
  email: z.string().max(2000),
  password: z.string().max(2000),
})

/** Used, taken back, over, never there: one answer. */
const over = () => fail('not-found', 'This invitation opens nothing any more. Ask for another one.')

type Deps = Pick<
  Ports,
  'staffDoor' | 'accountStore' | 'passwordHasher' | 'limits' | 'secrets' | 'clock' | 'ids'
>

/** What a link invites to; null for one that opens nothing. */
export const openInvitation = async (
  { staffDoor, secrets, clock }: Pick<Ports, 'staffDoor' | 'secrets' | 'clock'>,
  { key }: { readonly key: string },
): Promise<{ role: Role } | null> => {
  const found = await staffDoor.invitation(secrets.hash(key), clock.now())
  return found && { role: found.role }
}

/** Makes the account of somebody who was invited, once, and signs them in. */
export const joinStaff = async (
  deps: Deps,
  { key, ...typed }: z.infer<typeof joinStaffInput>,
  client: ClientFacts,
): Promise<Result<{ sessionId: string; userId: string }>> => {
  const allowed = await deps.limits.take('join.address', client.addressBlock)
  if (!allowed.ok) return allowed
  const now = deps.clock.now()
  const invitation = await deps.staffDoor.invitation(deps.secrets.hash(key), now)
  if (!invitation) return over()
  const made = await newUser(deps, { ...typed, role: invitation.role, known: [] })
  const user = made.ok ? await unlikeStaff(deps, made.value) : made
  if (!user.ok) return user
  const joined = await deps.staffDoor.join(invitation, user.value, now, {
    actor: { kind: 'system' },
    action: 'join.staff',
    subject: `user:${user.value.id}`,
    detail: { role: invitation.role, invitation: invitation.id },
  })
  if (joined === 'over') return over()
  if (joined === 'email-taken') return emailTaken()
  return ok({ sessionId: await openSession(deps, user.value, client), userId: user.value.id })
}
