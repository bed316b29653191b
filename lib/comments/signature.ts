import { parseEmail } from '../accounts/email'
import type { Actor } from '../kernel/actor'
import { nameSkeleton } from '../kernel/name-skeleton'
import { type Result, fail, ok } from '../kernel/result'
import { carriesBadge } from '../policy/policy'
import type { Ports } from '../ports'
import type { Comment } from './comment'
import { guestName } from './display-name'

type Signature = Pick<Comment, 'name' | 'nameKey' | 'email' | 'emailKey' | 'byStaff'>

const WRONG_EMAIL = 'This does not look like an email address. Correct it, or leave the field empty.'

/** How a comment is signed: with the account's name, or with what a guest typed (both fields may be empty). */
export const signatureOf = async (
  deps: Pick<Ports, 'accountStore'>,
  actor: Actor,
  typed: { readonly name?: string; readonly email?: string },
): Promise<Result<Signature>> => {
  if (actor.kind === 'user') {
    const { name } = actor
    return ok({ name, nameKey: nameSkeleton(name), email: '', emailKey: '', byStaff: carriesBadge(actor) })
  }
  const name = await guestName(deps, typed.name ?? '')
  const email = typed.email?.trim() ? parseEmail(typed.email) : { address: '', key: '' }
  if (!name.ok || !email) {
    const fields = { ...(name.ok ? {} : name.error.fields), ...(email ? {} : { email: WRONG_EMAIL }) }
    return fail('invalid', name.ok ? WRONG_EMAIL : name.error.message, { fields })
  }
  return ok({ ...name.value, email: email.address, emailKey: email.key, byStaff: false })
}
