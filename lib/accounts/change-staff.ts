import { z } from 'zod'
import { type Actor, ROLES } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

export const changeStaffInput = z.strictObject({
  userId: z.string().regex(ID_PATTERN),
  role: z.enum(ROLES).optional(),
  /** `off`: they cannot sign in; what they wrote stays. */
  account: z.enum(['on', 'off']).optional(),
})

const LAST_OWNER = 'Nobody would own the publication any more. Make somebody else an owner first.'

/** Another role for somebody, or none at all for a while. Their sessions end, so that it counts at once. */
export const changeStaff = async (
  { staffDoor, clock }: Pick<Ports, 'staffDoor' | 'clock'>,
  actor: Actor,
  { userId, role, account }: z.infer<typeof changeStaffInput>,
): Promise<Result<void>> => {
  if (!can(actor, 'manage.users')) return fail('forbidden', 'Only the owner can change who may do what.')
  const set = {
    ...(role === undefined ? {} : { role }),
    ...(account === undefined ? {} : { disabledAt: account === 'off' ? clock.now() : null }),
  }
  const changed = await staffDoor.change(userId, set, {
    actor,
    action: 'change.user',
    subject: `user:${userId}`,
    detail: { ...(role === undefined ? {} : { role }), ...(account === undefined ? {} : { account }) },
  })
  if (changed === 'unknown') return fail('not-found', 'There is no such account.')
  return changed === 'last-owner' ? fail('conflict', LAST_OWNER) : ok(undefined)
}
