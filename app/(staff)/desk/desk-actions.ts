'use server'

import { z } from 'zod'
import { type ActionVisit, defineAction } from '@/lib/http/define-action'
import { decideInput } from '@/lib/moderation/decide'
import { undoDecisionInput } from '@/lib/moderation/undo-decision'
import { deskPath } from './desk-path'

/** Which page of the queue the form stood on; the page itself understands or ignores it. */
const place = { tab: z.string().max(20), after: z.string().max(100) }

const decision = decideInput.extend(place)
const carryOut = ({ stet, actor, input }: ActionVisit<z.output<typeof decision>>) => {
  const { commentId, revisionId, version, move, reason } = input
  // The field stands in the form for all its buttons; only a rejection has a reason.
  const why = move === 'reject' && reason !== undefined && reason !== '' ? { reason } : {}
  return stet.moderation.decide(actor, { commentId, revisionId, version, move, ...why })
}

const undoing = undoDecisionInput.extend(place)
const takeBack = ({ stet, actor, input: { decisionId } }: ActionVisit<z.output<typeof undoing>>) =>
  stet.moderation.undo(actor, { decisionId })

/** Answers in place: for the desk's script. */
export const decideAction = defineAction({ input: decision, run: carryOut })
export const undoAction = defineAction({ input: undoing, run: takeBack })

/** Lead back to the queue: for plain forms. */
export const decideAndReturnAction = defineAction({
  input: decision,
  run: carryOut,
  goTo: ({ decisionId }, input) => deskPath(input, decisionId),
})
export const undoAndReturnAction = defineAction({
  input: undoing,
  run: takeBack,
  goTo: (_undone, input) => deskPath(input, input.decisionId),
})
