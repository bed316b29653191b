import type { Stet } from '../../../lib/compose'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { aClient } from '../builders/a-client'
import { aComment } from '../builders/a-comment'
import { aDecision } from '../builders/a-decision'
import { must } from '../builders/must'
import type { PublicPart } from './public-part'
import { CANARY } from './tokens'

/** Every way in which a comment is not for all, and what moderators write about people. Gives the comments' ids. */
export const hiddenThread = async (
  stet: Stet,
  { owner: by, piece, shown, fellIds }: PublicPart,
): Promise<readonly string[]> => {
  const under = piece.slug
  const client = { addressBlock: CANARY.address, userAgent: 'x', requestId: 'x' }
  const who = { name: CANARY.waitingName, email: CANARY.waitingEmail }
  const waiting = await aComment(stet, { under, client, body: CANARY.waiting, ...who })
  const rejected = await aComment(stet, { under, body: CANARY.rejected })
  await aDecision(stet, { on: rejected.commentId, move: 'reject', by })
  const spam = await aComment(stet, { under, body: CANARY.spam })
  await aDecision(stet, { on: spam.commentId, move: 'spam', by })
  const withdrawn = await aComment(stet, { under, body: CANARY.withdrawn })
  await must(
    'withdraw',
    stet.comments.withdraw(withdrawn.author, { commentId: withdrawn.commentId, version: 1 }),
  )
  const reply = await aComment(stet, { under, to: shown.commentId, body: CANARY.hiddenReply })
  const { commentId } = shown
  const version = (await stet.ports.commentStore.find(commentId))?.comment.version ?? 0
  await must('edit', stet.comments.edit(shown.author, { commentId, version, body: CANARY.pendingEdit }))
  const held = await aComment(stet, { under, body: CANARY.held })
  await aDecision(stet, { on: held.commentId, move: 'reject', by })
  await aDecision(stet, { on: held.commentId, move: 'hold', by })

  const report = { commentId, reason: 'rude' as const, note: CANARY.reportNote }
  await must('report', stet.comments.report(ANONYMOUS, report, aClient()))
  const person = waiting.author.kind === 'guest' ? `guest:${waiting.author.guestId}` : ''
  await must('note', stet.people.note(by, { person, note: CANARY.personNote }))
  await must(
    'ban',
    stet.people.take(by, {
      ...{ person, kind: 'ban', targets: ['person'], reason: CANARY.measureReason, note: '' },
      ...{ days: null, rejectWaiting: false },
    }),
  )
  return [...[waiting, rejected, spam, withdrawn, reply, held].map((one) => one.commentId), ...fellIds]
}
