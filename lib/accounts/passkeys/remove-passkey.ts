import { z } from 'zod'
import type { Actor } from '../../kernel/actor'
import { ID_PATTERN } from '../../kernel/ids'
import { type Result, fail, ok } from '../../kernel/result'
import { can } from '../../policy/policy'
import type { Ports } from '../../ports'
import { accountTraces } from '../account-traces'
import { type ConfirmDeps, confirmAgain, proofInput } from '../confirm-again'
import { FOR_STAFF } from './for-staff'

export const removePasskeyInput = proofInput.extend({ passkeyId: z.string().regex(ID_PATTERN) })

const GONE = fail('not-found', 'This passkey is not there any more.')
const LAST = fail('conflict', 'This passkey is the only way into your account. Set a password first.')

/**
 * It opens nothing any more, and every other session ends: one of them may have been opened with it. Whoever has a
 * password keeps that; without one the last passkey stays.
 */
export const removePasskey = async (
  deps: ConfirmDeps & Pick<Ports, 'mailer'>,
  actor: Actor,
  { passkeyId: id, ...proof }: z.infer<typeof removePasskeyInput>,
): Promise<Result<void>> => {
  if (actor.kind !== 'user' || !can(actor, 'use.passkeys')) return FOR_STAFF
  const own = await deps.passkeyStore.list(actor.userId)
  if (!own.some((one) => one.id === id)) return GONE
  const confirmed = await confirmAgain(deps, actor, proof)
  if (!confirmed.ok) return confirmed
  const removed = await deps.passkeyStore.remove(
    { id, userId: actor.userId },
    { at: deps.clock.now(), here: actor.sessionId },
    accountTraces(deps, 'remove.passkey', actor.userId, { actor, detail: { passkey: id } }),
  )
  if (removed === 'last') return LAST
  return removed === 'removed' ? ok(undefined) : GONE
}
