import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { type Result, ok } from '../kernel/result'
import { chooseForAll } from './choose-for-all'
import { type OwnerDeps, confirmOwner, ownerProofInput } from './confirm-owner'

export const closeConversationInput = ownerProofInput.extend({ closed: z.enum(['yes', 'no']) })

/** Closes every thread at once, whatever pieces say of their own, or gives each back what it says. Nothing is deleted. */
export const closeConversation = async (
  deps: OwnerDeps,
  actor: Actor,
  { closed, ...proof }: z.infer<typeof closeConversationInput>,
): Promise<Result<{ readonly closed: boolean }>> => {
  const confirmed = await confirmOwner(deps, actor, proof)
  if (!confirmed.ok) return confirmed
  const conversationClosed = closed === 'yes'
  const chosen = await chooseForAll(deps, confirmed.value, {
    choices: { conversationClosed },
    action: conversationClosed ? 'close.conversation' : 'open.conversation',
  })
  return chosen.ok ? ok({ closed: conversationClosed }) : chosen
}
