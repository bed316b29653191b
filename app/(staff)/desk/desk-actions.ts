'use server'

import { z } from 'zod'
import { type ActionVisit, defineAction } from '@/lib/http/define-action'
import { fail } from '@/lib/kernel/result'
import { bulkInput } from '@/lib/moderation/bulk-input'
import { decideCardInput } from '@/lib/moderation/decide-card'
import { closeRepliesInput } from '@/lib/moderation/close-replies'
import { featureCommentInput } from '@/lib/moderation/feature-comment'
import { noteCommentInput } from '@/lib/moderation/note-comment'
import { replyInput } from '@/lib/moderation/approve-with-reply'
import { readDeskAddress } from '@/lib/moderation/desk-address'
import { undoByKeyInput } from '@/lib/moderation/undo-by-key'
import { printUndo } from '@/lib/moderation/undo-key'
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

const decision = decideCardInput.safeExtend(place)
const carryOut = async ({ stet, actor, input }: ActionVisit<z.output<typeof decision>>) =>
  actor.kind === 'user' ? stet.moderation.decideCard(actor, input) : signedOut()

const undoing = undoByKeyInput.extend(place)
const takeBack = async ({ stet, actor, input: { undo } }: ActionVisit<z.output<typeof undoing>>) =>
  actor.kind === 'user' ? stet.moderation.undoByKey(actor, { undo }) : signedOut()

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
  goTo: ({ decisionId, answerId }, { at }) => deskPath(at, printUndo({ decisionId, answerId })),
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
