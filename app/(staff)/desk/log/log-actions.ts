'use server'

import { defineAction } from '@/lib/http/define-action'
import { undoBatchInput } from '@/lib/moderation/undo-batch'
import { undoDecisionInput } from '@/lib/moderation/undo-decision'

/** Everything one click decided. */
export const undoBatchAndShowLogAction = defineAction({
  input: undoBatchInput,
  run: ({ stet, actor, input }) => stet.moderation.undoBatch(actor, input),
  goTo: () => '/desk/log',
})
export const undoAndShowLogAction = defineAction({
  input: undoDecisionInput,
  run: ({ stet, actor, input }) => stet.moderation.undo(actor, input),
  goTo: () => '/desk/log',
})
