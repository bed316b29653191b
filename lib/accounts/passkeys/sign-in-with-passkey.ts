import { z } from 'zod'
import type { ClientFacts } from '../../kernel/client-facts'
import { type Result, fail } from '../../kernel/result'
import type { Ports } from '../../ports'
import { can } from '../../policy/policy'
import type { User } from '../account-store'
import { openProvenSession } from '../open-session'
import { readTicket, useTicket } from '../second-step/sign-in-ticket'
import { ANSWER_MAX, type PasskeyDeps, provePasskey } from './prove-passkey'

export const passkeyAnswerInput = z.strictObject({ answer: z.string().max(ANSWER_MAX) })

type Deps = PasskeyDeps & Pick<Ports, 'accountStore' | 'measureStore' | 'secondStepStore' | 'limits'>

const OVER = fail('unauthenticated', 'That took too long. Sign in again.')
const NOBODY = fail('unauthenticated', 'This passkey opens no account of the staff. Use your password.')

/** Passkeys are the staff's: whoever has left it signs in as everybody does. */
const mayUse = ({ id: userId, role, name, disabledAt }: User): boolean =>
  disabledAt === null && can({ kind: 'user', userId, role, name, sessionId: 'none' }, 'use.passkeys')

/**
 * Opens a session with a key alone: the device has made sure who holds it, so that no code is asked for. `browser` is the
 * cookie it was asked with.
 */
export const signInWithPasskey = async (
  deps: Deps,
  { answer, browser }: { readonly answer: string; readonly browser: string | null },
  client: ClientFacts,
): Promise<Result<{ sessionId: string }>> => {
  const fromHere = await deps.limits.take('login.address', client.addressBlock)
  if (!fromHere.ok) return fromHere
  if (browser === null) return OVER
  const proven = await provePasskey(deps, { use: 'sign-in', holder: browser }, answer, null)
  if (!proven.ok) return proven
  const { id: passkeyId, userId } = proven.value
  const user = await deps.accountStore.findUser(userId)
  return user && mayUse(user) ? openProvenSession(deps, user, { passkeyId, userId }, client) : NOBODY
}

/** Instead of a code, after the password: the key has only to be there. */
export const answerWithPasskey = async (
  deps: Deps,
  { answer, ticket }: { readonly answer: string; readonly ticket: string | null },
  client: ClientFacts,
): Promise<Result<{ sessionId: string }>> => {
  const fromHere = await deps.limits.take('login.address', client.addressBlock)
  if (!fromHere.ok) return fromHere
  const user = ticket === null ? null : await readTicket(deps, ticket)
  if (ticket === null || !user || !mayUse(user)) return OVER
  const proven = await provePasskey(deps, { use: 'second-step', holder: ticket }, answer, user.id)
  if (!proven.ok) return proven
  if (!(await useTicket(deps, ticket))) return OVER
  return openProvenSession(deps, user, { passkeyId: proven.value.id, userId: user.id }, client)
}
