import { z } from 'zod'
import { canonicalText } from '../kernel/canonical-text'
import type { ClientFacts } from '../kernel/client-facts'
import { fieldProblems, invalidFields } from '../kernel/field-problems'
import { type Result, fail } from '../kernel/result'
import type { Ports } from '../ports'
import { barredWords } from './barred-words'
import { parseEmail } from './email'
import { SIGNS_OUT } from './measure'
import { openProvenSession } from './open-session'
import { canonicalPassword } from './password'
import { printTicket } from './second-step/sign-in-ticket'

export const signInInput = z.strictObject({
  email: z.string().max(2000),
  password: z.string().max(2000),
})

type Deps = Pick<
  Ports,
  | 'accountStore'
  | 'measureStore'
  | 'secondStepStore'
  | 'passkeyStore'
  | 'passwordHasher'
  | 'limits'
  | 'secrets'
  | 'clock'
  | 'ids'
>

const mismatch = fail('unauthenticated', 'That email and password do not match. Check both and try again.')

/**
 * Opens a session for an address and its password. A known and an unknown address get the same words, the same status,
 * the same limits and the same work, so that nobody learns who has an account. Where a code is asked for as well, no
 * session is opened: `details.ticket` says that the password was right (second-step/answer-second-step.ts).
 */
export const signIn = async (
  deps: Deps,
  input: z.infer<typeof signInInput>,
  client: ClientFacts,
): Promise<Result<{ sessionId: string }>> => {
  const typed = canonicalText(input.email, { singleLine: true })
  const missing = fieldProblems({
    email: typed === '' ? 'Enter your email address.' : null,
    password: input.password === '' ? 'Enter your password.' : null,
  })
  if (missing) return invalidFields(missing)

  const email = parseEmail(typed)
  const account = deps.secrets.hash(email?.key ?? typed.toLowerCase())
  // Taken before the password is looked at: parallel guesses count like guesses in a row.
  const fromHere = await deps.limits.take('login.address', client.addressBlock)
  if (!fromHere.ok) return fromHere
  const toThere = await deps.limits.take('login.account', account)
  if (!toThere.ok) return toThere

  const user = email ? await deps.accountStore.findUserByEmailKey(email.key) : null
  const matches = await deps.passwordHasher.verify(
    user?.passwordHash ?? null,
    canonicalPassword(input.password),
  )
  if (!user || !matches || user.disabledAt !== null) return mismatch
  await deps.limits.forget('login.account', account)
  const standing = await deps.measureStore.standing([`user:${user.id}`], deps.clock.now())
  // Told only to whoever knows the password: that somebody is banned is nobody else's to know.
  const banned = standing.find(({ kind }) => SIGNS_OUT.has(kind))
  if (banned) return fail('forbidden', barredWords(banned))
  const step = await deps.secondStepStore.find(user.id)
  if (step && step.confirmedAt !== null) {
    const details = { ticket: printTicket(deps, user) }
    return fail('unauthenticated', 'Type the code your app shows to sign in.', { details })
  }
  return openProvenSession(deps, user, null, client)
}
