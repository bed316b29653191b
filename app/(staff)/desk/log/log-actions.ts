'use server'

import { defineAction } from '@/lib/http/define-action'
import { undoDecisionInput } from '@/lib/moderation/undo-decision'

export const undoAndShowLogAction = defineAction({
  input: undoDecisionInput,
  run: ({ stet, actor, input }) => stet.moderation.undo(actor, input),
  goTo: () => '/desk/log',
})
