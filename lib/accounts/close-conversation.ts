import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
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
  const { settings, version } = await deps.settingsStore.read()
  const conversationClosed = closed === 'yes'
  if (settings.conversationClosed === conversationClosed) return ok({ closed: conversationClosed })
  const stored = await deps.settingsStore.write({
    settings: { ...settings, conversationClosed },
    expectVersion: version,
    audit: {
      actor: confirmed.value,
      action: conversationClosed ? 'close.conversation' : 'open.conversation',
      subject: 'setting:site',
      detail: { version: version + 1 },
    },
    effects: [
      { key: `settings.changed:site:${version + 1}`, effect: { kind: 'settings.changed', key: 'site' } },
    ],
  })
  return stored
    ? ok({ closed: conversationClosed })
    : fail(
        'conflict',
        'Somebody changed the settings in the same moment. Nothing was done; please try again.',
      )
}
