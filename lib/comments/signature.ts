import type { Actor } from '../kernel/actor'
import { nameSkeleton } from '../kernel/name-skeleton'
import { type Result, fail, ok } from '../kernel/result'
import { carriesBadge } from '../policy/policy'
import type { Ports } from '../ports'
import type { Comment } from './comment'
import { guestName } from './display-name'
import { type TypedWishes, wantsMail } from './mail-wishes'
import { typedEmail } from './typed-email'

/** What stands under a comment, and the address behind it. */
export type Signature = Pick<Comment, 'name' | 'nameKey' | 'email' | 'emailKey' | 'byStaff'>

/** As it came in the form's fields. */
export type TypedSignature = TypedWishes & { readonly name?: string; readonly email?: string }

/** How a comment is signed: with the account's name, or with what a guest typed (both fields may be empty). */
export const signatureOf = async (
  deps: Pick<Ports, 'accountStore' | 'mailer'>,
  actor: Actor,
  typed: TypedSignature,
): Promise<Result<Signature>> => {
  if (actor.kind === 'user') {
    const { name } = actor
    return ok({ name, nameKey: nameSkeleton(name), email: '', emailKey: '', byStaff: carriesBadge(actor) })
  }
  const name = await guestName(deps, typed.name ?? '')
  const email = typedEmail(typed.email, wantsMail(deps, typed))
  const wrongEmail: Readonly<Record<string, string>> = email.ok ? {} : { email: email.error.message }
  if (!name.ok) {
    return fail('invalid', name.error.message, { fields: { ...name.error.fields, ...wrongEmail } })
  }
  if (!email.ok) return fail('invalid', email.error.message, { fields: wrongEmail })
  const { address, key } = email.value
  return ok({ ...name.value, email: address, emailKey: key, byStaff: false })
}
