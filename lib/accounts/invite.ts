import { z } from 'zod'
import { type Actor, ROLES } from '../kernel/actor'
import { canonicalText, cutText } from '../kernel/canonical-text'
import { DAY } from '../kernel/clock'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

/** Roles that a link gives. An owner is made of somebody who is here already. */
const INVITED_ROLES = ROLES.filter((role) => role !== 'owner' && role !== 'member')

export const inviteInput = z.strictObject({ role: z.enum(INVITED_ROLES), label: z.string().max(1_000) })
export const takeBackInput = z.strictObject({ invitationId: z.string().regex(ID_PATTERN) })

const [LIVES, AT_MOST, LABEL_MAX] = [7 * DAY, 50, 100]
const OWNERS_ONLY = 'Only the owner can add people.'

/** Makes a link by which one person joins the staff. The answer is the only place that ever names its secret. */
export const invite = async (
  { staffDoor, secrets, ids, clock }: Pick<Ports, 'staffDoor' | 'secrets' | 'ids' | 'clock'>,
  actor: Actor,
  { role, label }: z.infer<typeof inviteInput>,
): Promise<Result<{ path: string }>> => {
  if (!can(actor, 'manage.users')) return fail('forbidden', OWNERS_ONLY)
  const now = clock.now()
  if ((await staffDoor.invitations(now)).length >= AT_MOST)
    return fail('limited', `${AT_MOST} invitations are open. Take some of them back first.`)
  const [id, secret] = [ids.random(), secrets.fresh()]
  const noted = cutText(canonicalText(label, { singleLine: true }), { max: LABEL_MAX })
  await staffDoor.invite(
    { ...{ id, role, label: noted, hash: secrets.hash(secret) }, createdAt: now, expiresAt: now + LIVES },
    { actor, action: 'invite.user', subject: `invitation:${id}`, detail: { role } },
  )
  return ok({ path: `/join?key=${secret}` })
}

/** From now on the link opens nothing. */
export const takeBackInvitation = async (
  { staffDoor, clock }: Pick<Ports, 'staffDoor' | 'clock'>,
  actor: Actor,
  { invitationId }: z.infer<typeof takeBackInput>,
): Promise<Result<void>> => {
  if (!can(actor, 'manage.users')) return fail('forbidden', OWNERS_ONLY)
  const audit = { actor, action: 'take-back.invitation', subject: `invitation:${invitationId}`, detail: {} }
  return (await staffDoor.takeBack(invitationId, clock.now(), audit))
    ? ok(undefined)
    : fail('not-found', 'This invitation opens nothing any more. Reload the page.')
}
