import { invalidFields } from '../kernel/field-problems'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { User } from './account-store'
import { canonicalPassword } from './password'

const WRONG = 'This is not your password. Type the one you signed in with.'

/** With the limit of signing in: a stolen session is no way to guess the password any faster. */
export const knownPassword = async (
  { limits, secrets, passwordHasher }: Pick<Ports, 'limits' | 'secrets' | 'passwordHasher'>,
  user: User,
  typed: string,
  field = 'currentPassword',
): Promise<Result<void>> => {
  const account = secrets.hash(user.emailKey)
  const allowed = await limits.take('login.account', account)
  if (!allowed.ok) return allowed
  const matches = await passwordHasher.verify(user.passwordHash, canonicalPassword(typed))
  if (!matches) return invalidFields({ [field]: WRONG })
  await limits.forget('login.account', account)
  return ok(undefined)
}
