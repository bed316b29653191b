import { z } from 'zod'
import type { Actor, SignedIn } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import { fieldProblems, invalidFields } from '../kernel/field-problems'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { canonicalPassword } from './password'

/** What stands between the owner and a change that everybody feels: the name typed again, and the password. */
export const ownerProofInput = z.strictObject({
  name: z.string().max(2_000),
  password: z.string().max(2_000),
})
export type OwnerProof = z.infer<typeof ownerProofInput>

type Deps = Pick<Ports, 'accountStore' | 'settingsStore' | 'passwordHasher' | 'limits' | 'secrets'>

/** The owner, if it is the owner and means it. A stolen session guesses the password no faster than a stranger. */
export const confirmOwner = async (
  deps: Deps,
  actor: Actor,
  { name, password }: OwnerProof,
): Promise<Result<SignedIn>> => {
  if (actor.kind !== 'user') return fail('unauthenticated', 'You are signed out by now, so nothing was done.')
  if (!can(actor, 'use.dangerZone')) return fail('forbidden', 'Only the owner can do this.')
  const [{ settings }, user] = await Promise.all([
    deps.settingsStore.read(),
    deps.accountStore.findUser(actor.userId),
  ])
  if (!user) return fail('unauthenticated', 'You are signed out by now, so nothing was done.')
  const isNamed = canonicalText(name, { singleLine: true }) === settings.name
  const problems = fieldProblems({
    name: isNamed ? null : `Type the name of the publication as it stands: ${settings.name}`,
    password: password === '' ? 'Enter your password.' : null,
  })
  if (problems) return invalidFields(problems)
  const account = deps.secrets.hash(user.emailKey)
  const allowed = await deps.limits.take('login.account', account)
  if (!allowed.ok) return allowed
  if (!(await deps.passwordHasher.verify(user.passwordHash, canonicalPassword(password))))
    return invalidFields({ password: 'This is not your password. Type the one you signed in with.' })
  await deps.limits.forget('login.account', account)
  return ok(actor)
}
