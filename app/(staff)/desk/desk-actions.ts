'use server'

import { z } from 'zod'
import { type ActionVisit, defineAction } from '@/lib/http/define-action'
import { fail } from '@/lib/kernel/result'
import { decideInput } from '@/lib/moderation/decide'
import { featureCommentInput } from '@/lib/moderation/feature-comment'
import { undoDecisionInput } from '@/lib/moderation/undo-decision'
import { deskPath } from './desk-path'

/** Which page of the queue the form stood on; the page itself understands or ignores it. */
const place = { tab: z.string().max(20), after: z.string().max(100) }

/** Sessions end while a desk stays open; "only moderators" would tell a moderator the wrong thing. */
const signedOut = () =>
  fail(
    'unauthenticated',
    'You are signed out by now. Sign in again, in another window if you like, and repeat it.',
  )

const decision = decideInput.extend(place)
const carryOut = async ({ stet, actor, input }: ActionVisit<z.output<typeof decision>>) => {
  if (actor.kind !== 'user') return signedOut()
  const { commentId, revisionId, version, move, reason } = input
  // The field stands in the form for all its buttons; only a rejection has a reason.
  const why = move === 'reject' && reason !== undefined && reason !== '' ? { reason } : {}
  return stet.moderation.decide(actor, { commentId, revisionId, version, move, ...why })
}

const undoing = undoDecisionInput.extend(place)
const takeBack = async ({ stet, actor, input: { decisionId } }: ActionVisit<z.output<typeof undoing>>) =>
  actor.kind === 'user' ? stet.moderation.undo(actor, { decisionId }) : signedOut()

const picking = featureCommentInput.extend(place)
const feature = async ({ stet, actor, input: { commentId, pick } }: ActionVisit<z.output<typeof picking>>) =>
  actor.kind === 'user' ? stet.moderation.feature(actor, { commentId, pick }) : signedOut()

/** Answers in place: for the desk's script. */
export const decideAction = defineAction({ input: decision, run: carryOut })
export const undoAction = defineAction({ input: undoing, run: takeBack })
export const featureAction = defineAction({ input: picking, run: feature })

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
export const featureAndReturnAction = defineAction({
  input: picking,
  run: feature,
  goTo: (_picked, input) => deskPath(input),
})
