import { invalidFields } from '../kernel/field-problems'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { User } from './account-store'
import { canonicalPassword } from './password'

const WRONG = 'This is not your password. Type the one you signed in with.'

/**
 * For whoever is signed in already. A stolen session guesses as slowly as the door, and has a counter of its own, by the
 * account and not by its address: who guesses at the door, where anybody can, keeps nobody from it.
 */
export const knownPassword = async (
  { limits, passwordHasher }: Pick<Ports, 'limits' | 'passwordHasher'>,
  user: User,
  typed: string,
  field = 'currentPassword',
): Promise<Result<void>> => {
  const allowed = await limits.take('confirm.account', user.id)
  if (!allowed.ok) return allowed
  const matches = await passwordHasher.verify(user.passwordHash, canonicalPassword(typed))
  if (!matches) return invalidFields({ [field]: WRONG })
  await limits.forget('confirm.account', user.id)
  return ok(undefined)
}
