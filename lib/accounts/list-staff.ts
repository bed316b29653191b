import type { Actor, Role } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

export interface StaffView {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly disabled: boolean
}

/** Everybody with a role above member, for those who manage accounts. */
export const listStaff = async (
  { accountStore }: Pick<Ports, 'accountStore'>,
  actor: Actor,
): Promise<Result<readonly StaffView[]>> => {
  if (!can(actor, 'manage.users')) return fail('forbidden', 'Only the owner can see who works here.')
  const staff = await accountStore.listStaff()
  return ok(
    staff.map(({ name, email, role, disabledAt }) => ({ name, email, role, disabled: disabledAt !== null })),
  )
}
