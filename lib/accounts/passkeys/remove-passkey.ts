import { z } from 'zod'
import type { Actor } from '../../kernel/actor'
import { ID_PATTERN } from '../../kernel/ids'
import { type Result, fail, ok } from '../../kernel/result'
import { can } from '../../policy/policy'
import { type ConfirmDeps, confirmAgain, proofInput } from '../confirm-again'

export const removePasskeyInput = proofInput.extend({ passkeyId: z.string().regex(ID_PATTERN) })

const GONE = fail('not-found', 'This passkey is not there any more.')
const LAST = fail('conflict', 'This passkey is the only way into your account. Set a password first.')

/**
 * It opens nothing any more, and every other session ends: one of them may have been opened with it. Whoever has a
 * password keeps that; without one the last passkey stays.
 */
export const removePasskey = async (
  deps: ConfirmDeps,
  actor: Actor,
  { passkeyId: id, ...proof }: z.infer<typeof removePasskeyInput>,
): Promise<Result<void>> => {
  if (actor.kind !== 'user' || !can(actor, 'use.passkeys'))
    return fail('forbidden', 'Passkeys are for the staff of the publication.')
  const own = await deps.passkeyStore.list(actor.userId)
  const passkey = own.find((one) => one.id === id)
  if (!passkey) return GONE
  const confirmed = await confirmAgain(deps, actor, proof)
  if (!confirmed.ok) return confirmed
  if (confirmed.value.passwordHash === null && own.length === 1) return LAST
  const removed = await deps.passkeyStore.remove(
    { id, userId: actor.userId },
    { at: deps.clock.now(), here: actor.sessionId },
    {
      ...{ actor, action: 'remove.passkey', subject: `user:${actor.userId}` },
      detail: { passkey: id },
    },
  )
  return removed ? ok(undefined) : GONE
}
