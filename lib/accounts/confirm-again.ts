import { z } from 'zod'
import type { Actor, SignedIn } from '../kernel/actor'
import { MINUTE } from '../kernel/clock'
import { fieldProblems, invalidFields } from '../kernel/field-problems'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { User } from './account-store'
import { knownPassword } from './known-password'
import { ANSWER_MAX, type PasskeyDeps, provePasskey } from './passkeys/prove-passkey'
import { type ProofDeps, proveSecondStep } from './second-step/prove-second-step'

/** How long nobody is asked again in the same session. */
const CONFIRMED_FOR = 10 * MINUTE

/** The fields of a form that asks; what is not asked for is not there. */
export const proofInput = z.strictObject({
  password: z.string().max(2_000).optional(),
  code: z.string().max(100).optional(),
  /** Instead of both: what a device answered. */
  passkey: z.string().max(ANSWER_MAX).optional(),
})
type Proof = z.infer<typeof proofInput>

/** What a form has to ask for. */
export type Asked = 'nothing' | 'password' | 'password and code'

export type ConfirmDeps = ProofDeps & PasskeyDeps & Pick<Ports, 'accountStore' | 'passwordHasher'>

const SIGNED_OUT = fail('unauthenticated', 'You are signed out by now, so nothing was done.')

const confirmedLately = async (
  { accountStore, clock }: Pick<Ports, 'accountStore' | 'clock'>,
  sessionId: string,
): Promise<boolean> => {
  const at = (await accountStore.findSession(sessionId))?.session.confirmedAt ?? null
  return at !== null && at > clock.now() - CONFIRMED_FOR
}

const confirmed = async (
  { accountStore, clock }: Pick<Ports, 'accountStore' | 'clock'>,
  { sessionId }: SignedIn,
  user: User,
): Promise<Result<User>> => {
  await accountStore.confirmSession(sessionId, clock.now())
  return ok(user)
}

/** For the page of a form that `confirmAgain` guards. `afresh` as there. */
export const whatIsAsked = async (
  deps: Pick<Ports, 'accountStore' | 'secondStepStore' | 'clock'>,
  actor: Actor,
  how: { readonly afresh: boolean } = { afresh: false },
): Promise<Asked> => {
  if (actor.kind !== 'user') return 'password'
  if (!how.afresh && (await confirmedLately(deps, actor.sessionId))) return 'nothing'
  const step = await deps.secondStepStore.find(actor.userId)
  return step && step.confirmedAt !== null ? 'password and code' : 'password'
}

/**
 * Guards what a stolen session must not be able to do: whoever acts shows again that they are who they are, with the password,
 * and a code where codes are on, or with a passkey. Then this session is not asked for ten minutes, but for what is done `afresh`: how the
 * account itself is opened, which takes password and code. Guesses are as slow as at the door, and counted apart. Returns whose account it is.
 */
export const confirmAgain = async (
  deps: ConfirmDeps,
  actor: Actor,
  { password = '', code = '', passkey = '' }: Proof,
  how: { readonly afresh: boolean; readonly field?: string } = { afresh: false },
): Promise<Result<User>> => {
  const user = actor.kind === 'user' ? await deps.accountStore.findUser(actor.userId) : null
  if (actor.kind !== 'user' || !user) return SIGNED_OUT
  if (!how.afresh && (await confirmedLately(deps, actor.sessionId))) return ok(user)
  if (passkey !== '' && !how.afresh && can(actor, 'use.passkeys')) {
    const proven = await provePasskey(deps, { use: 'confirm', holder: actor.sessionId }, passkey, user.id)
    return proven.ok ? confirmed(deps, actor, user) : proven
  }
  const step = await deps.secondStepStore.find(user.id)
  const app = step && step.confirmedAt !== null ? step : null
  const { field = 'password' } = how
  const missing = fieldProblems({
    [field]: password === '' ? 'Enter your password.' : null,
    code: app && code.trim() === '' ? 'Type the code your app shows, or a recovery code.' : null,
  })
  if (missing) return invalidFields(missing)
  const known = await knownPassword(deps, user, password, field)
  if (!known.ok) return known
  const proven = app
    ? await proveSecondStep(deps, app, code, { actor, counted: 'confirm.code' })
    : ok(undefined)
  if (!proven.ok) return proven
  return confirmed(deps, actor, user)
}
