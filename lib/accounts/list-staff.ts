import type { Actor, Role } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

export interface StaffView {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly disabled: boolean
  /** Whoever looks. */
  readonly isYou: boolean
}

export interface InvitationView {
  readonly id: string
  readonly role: Role
  /** For whom, as the owner noted it; '' for nobody in particular. */
  readonly label: string
  /** ISO 8601 */
  readonly expiresAt: string
}

/** Everybody with a role above member, and who was invited, for those who manage accounts. */
export const listStaff = async (
  { accountStore, staffDoor, clock }: Pick<Ports, 'accountStore' | 'staffDoor' | 'clock'>,
  actor: Actor,
): Promise<
  Result<{ readonly staff: readonly StaffView[]; readonly invitations: readonly InvitationView[] }>
> => {
  if (!can(actor, 'manage.users')) return fail('forbidden', 'Only the owner can see who works here.')
  const [staff, invitations] = await Promise.all([
    accountStore.listStaff(),
    staffDoor.invitations(clock.now()),
  ])
  return ok({
    staff: staff.map(({ id, name, email, role, disabledAt }) => ({
      ...{ id, name, email, role, disabled: disabledAt !== null },
      isYou: actor.kind === 'user' && actor.userId === id,
    })),
    invitations: invitations.map(({ id, role, label, expiresAt }) => ({
      ...{ id, role, label },
      expiresAt: new Date(expiresAt).toISOString(),
    })),
  })
}
