import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { DESK_RHYTHMS, type DeskRhythm } from './desk-mail-store'

export const deskMailInput = z.strictObject({ rhythm: z.enum(['off', ...DESK_RHYTHMS]) })

type Deps = Pick<Ports, 'deskMailStore' | 'mailer' | 'clock'>

/** Whether a moderator decides by mail; null for whoever cannot, and where no mail is set up. */
export const deskMailWish = async (
  { deskMailStore, mailer }: Deps,
  actor: Actor,
): Promise<{ readonly rhythm: DeskRhythm | 'off' } | null> => {
  if (!mailer || actor.kind !== 'user' || !can(actor, 'decide.comment')) return null
  return { rhythm: (await deskMailStore.rhythmOf(actor.userId)) ?? 'off' }
}

/** A moderator's own choice, off until they make it: such mails hold what nobody has approved. */
export const changeDeskMail = async (
  { deskMailStore, mailer, clock }: Deps,
  actor: Actor,
  { rhythm }: z.infer<typeof deskMailInput>,
): Promise<Result<void>> => {
  if (!mailer || actor.kind !== 'user' || !can(actor, 'decide.comment'))
    return fail('forbidden', 'Only moderators get mail about what waits.')
  await deskMailStore.wish(actor.userId, rhythm === 'off' ? null : rhythm, clock.now())
  return ok(undefined)
}
