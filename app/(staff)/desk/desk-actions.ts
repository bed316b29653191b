'use server'

import { z } from 'zod'
import type { DecidedHere } from '@/components/desk/desk-actions'
import { type ActionVisit, defineAction } from '@/lib/http/define-action'
import { ID_PATTERN } from '@/lib/kernel/ids'
import { type Result, fail, ok } from '@/lib/kernel/result'
import { bulkInput } from '@/lib/moderation/bulk-input'
import { decideInput } from '@/lib/moderation/decide'
import { closeRepliesInput } from '@/lib/moderation/close-replies'
import { featureCommentInput } from '@/lib/moderation/feature-comment'
import { noteCommentInput } from '@/lib/moderation/note-comment'
import { replyInput } from '@/lib/moderation/approve-with-reply'
import { readDeskAddress } from '@/lib/moderation/desk-address'
import { parseUndo, printUndo } from '@/lib/moderation/undo-key'
import { watchPieceInput } from '@/lib/moderation/watch-piece'

import { deskPath } from './desk-path'

/** The address of the queue the form stood on; the page itself understands or ignores it. */
const place = { at: z.string().max(2_000) }

/** Sessions end while a desk stays open; "only moderators" would tell a moderator the wrong thing. */
const signedOut = () =>
  fail(
    'unauthenticated',
    'You are signed out by now. Sign in again, in another window if you like, and repeat it.',
  )

const decision = decideInput
  .extend({
    ...place,
    /** The flood behind the card: then the decision is about all of it that waited at that moment (milliseconds). */
    flood: z.string().regex(ID_PATTERN).optional(),
    seenAt: z.coerce.number().int().min(0).optional(),
  })
  .refine(
    ({ flood, seenAt }) => flood === undefined || seenAt !== undefined,
    'This page is out of date. Load it again, then decide.',
  )
const carryOut = async ({
  stet,
  actor,
  input,
}: ActionVisit<z.output<typeof decision>>): Promise<Result<DecidedHere>> => {
  if (actor.kind !== 'user') return signedOut()
  const { commentId, revisionId, version, move, reason, flood, seenAt = 0 } = input
  // The field stands in the form for all its buttons; only a rejection has a reason.
  const why = move === 'reject' && reason !== undefined && reason !== '' ? { reason } : {}
  if (flood !== undefined) {
    const card = { commentId, revisionId, version }
    const target = { kind: 'flood', floodId: flood, card, seenAt } as const
    const many = await stet.moderation.decideMany(actor, { target, move, ...why })
    if (!many.ok) return many
    const { batchId, decided, missed, stays, more } = many.value
    return batchId === null
      ? fail('conflict', missed[0]?.why ?? 'All of these were decided about a moment ago.')
      : ok({ undo: printUndo({ batchId }), decided, stays, more })
  }
  const one = await stet.moderation.decide(actor, { commentId, revisionId, version, move, ...why })
  if (!one.ok) return one
  return ok({ undo: printUndo({ decisionId: one.value.decisionId }), decided: 1, stays: 0, more: false })
}

const undoing = z.strictObject({ ...place, undo: z.string().max(60) })
const takeBack = async ({ stet, actor, input }: ActionVisit<z.output<typeof undoing>>) => {
  if (actor.kind !== 'user') return signedOut()
  const target = parseUndo(input.undo)
  if (target === null) return fail('not-found', 'There is no such decision.')
  const undone =
    'batchId' in target
      ? await stet.moderation.undoBatch(actor, target)
      : await stet.moderation.undo(actor, target)
  if (!undone.ok) return undone
  return ok('undone' in undone.value ? undone.value : { undone: 1, left: 0 })
}

const picking = featureCommentInput.extend(place)
const feature = async ({ stet, actor, input: { commentId, pick } }: ActionVisit<z.output<typeof picking>>) =>
  actor.kind === 'user' ? stet.moderation.feature(actor, { commentId, pick }) : signedOut()

const closing = closeRepliesInput.extend(place)
const noting = noteCommentInput.extend(place)
const watching = watchPieceInput.extend(place)
const replying = replyInput.extend(place)

/** Answers in place: for the desk's script. */
export const decideAction = defineAction({ input: decision, run: carryOut })
export const undoAction = defineAction({ input: undoing, run: takeBack })
export const featureAction = defineAction({ input: picking, run: feature })

/** Lead back to the queue: for plain forms. */
export const decideAndReturnAction = defineAction({
  input: decision,
  run: carryOut,
  // Stays on the page when something of a flood was left as it is, to say so.
  goTo: ({ undo, stays, more }, { at }) => (stays === 0 && !more ? deskPath(at, undo) : null),
})
export const undoAndReturnAction = defineAction({
  input: undoing,
  run: takeBack,
  goTo: (_undone, { at, undo }) => deskPath(at, undo),
})
export const featureAndReturnAction = defineAction({
  input: picking,
  run: feature,
  goTo: (_picked, { at }) => deskPath(at),
})
export const closeRepliesAction = defineAction({
  input: closing,
  run: async ({ stet, actor, input: { commentId, replies } }) =>
    actor.kind === 'user' ? stet.moderation.closeReplies(actor, { commentId, replies }) : signedOut(),
  goTo: (_closed, { at }) => deskPath(at),
})
export const addNoteAction = defineAction({
  input: noting,
  run: async ({ stet, actor, input: { commentId, body } }) =>
    actor.kind === 'user' ? stet.moderation.noteComment(actor, { commentId, body }) : signedOut(),
  goTo: (_noted, { at, commentId }) => `${deskPath(at)}#card-${commentId}`,
})
export const watchAction = defineAction({
  input: watching,
  run: async ({ stet, actor, input: { articleId, watch } }) =>
    actor.kind === 'user' ? stet.moderation.watch(actor, { articleId, watch }) : signedOut(),
  goTo: (_watched, { at }) => deskPath(at),
})
/** Approves and answers in one go; leads back to the queue. */
export const replyAction = defineAction({
  input: replying,
  run: async ({ stet, actor, client, input: { at: _at, ...input } }) =>
    actor.kind === 'user' ? stet.moderation.approveWithReply(actor, input, client) : signedOut(),
  goTo: ({ decisionId }, { at }) => deskPath(at, printUndo({ decisionId })),
})
/** Stays on the page when something was left out, to say what and why. */
export const decideManyAction = defineAction({
  input: bulkInput,
  run: async ({ stet, actor, input: { at, scope, seenAt, items, move, reason } }) => {
    if (actor.kind !== 'user') return signedOut()
    const target =
      scope === 'matching'
        ? ({ kind: 'filter', fields: readDeskAddress(at), seenAt } as const)
        : ({ kind: 'selection', items } as const)
    const why = move === 'reject' && reason !== '' ? { reason } : {}
    return stet.moderation.decideMany(actor, { target, move, ...why })
  },
  goTo: ({ batchId, missedInAll, more }, { at }) =>
    batchId !== null && missedInAll === 0 && !more ? deskPath(at, printUndo({ batchId })) : null,
})
