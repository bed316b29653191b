import type { Stet } from '../../../lib/compose'
import type { SignedIn } from '../../../lib/kernel/actor'
import { boxName } from '../../../lib/moderation/box-name'
import { printUndo } from '../../../lib/moderation/undo-key'
import { aComment } from '../builders/a-comment'
import { aDecision, whatTheDeskShows } from '../builders/a-decision'
import { must } from '../builders/must'
import { type ActionRows, DESK } from './action-row'

const seen = async (stet: Stet, under: string) => {
  const { commentId, author } = await aComment(stet, { under })
  const { version, revisionId } = await whatTheDeskShows(stet, commentId)
  return { commentId, author, card: { commentId, revisionId, version: String(version) } }
}

/** Of the desk, each about a comment or a person of its own below this piece. */
export const deskActionRows = async (
  stet: Stet,
  owner: SignedIn,
  piece: { readonly articleId: string; readonly slug: string },
): Promise<ActionRows> => {
  const waiting = () => seen(stet, piece.slug)
  const shown = async () => (await aComment(stet, { under: piece.slug, then: 'approve' })).commentId
  const decided = async (): Promise<string> => {
    const { commentId } = await waiting()
    return (await aDecision(stet, { on: commentId, move: 'approve' })).decisionId
  }
  const decidedTogether = async (): Promise<string> => {
    const { card } = await waiting()
    const items = [{ ...card, version: Number(card.version) }]
    const target = { kind: 'selection', items } as const
    const { batchId } = await must('bulk', stet.moderation.decideMany(owner, { target, move: 'approve' }))
    return batchId ?? ''
  }
  const somebody = async () => {
    const { author } = await waiting()
    return author.kind === 'guest' ? `guest:${author.guestId}` : ''
  }
  const at = ''
  const desk = { at: '/desk', may: DESK }
  const undo = async () => ({ at, undo: printUndo({ decisionId: await decided() }) })
  const decide = async () => ({ ...(await waiting()).card, move: 'approve', at })
  const bulk = async () => {
    const { card } = await waiting()
    return { at, seenAt: '0', move: 'approve', [boxName({ ...card, version: Number(card.version) })]: 'on' }
  }

  const banned = await somebody()
  const ban = {
    ...{ person: banned, kind: 'ban' as const, targets: ['person' as const] },
    ...{ reason: 'Enough.', note: '', days: null, rejectWaiting: false },
  }
  const { actId } = await must('ban', stet.people.take(owner, ban))
  const measure = { kind: 'warn', reason: 'Please be kind.', note: '', days: '' }
  const person = { at: '/desk/people/guest-nobody', may: DESK }

  return {
    'desk/desk-actions decideAction': { ...desk, fields: await decide() },
    'desk/desk-actions decideAndReturnAction': { ...desk, fields: await decide() },
    'desk/desk-actions undoAction': { ...desk, fields: await undo() },
    'desk/desk-actions undoAndReturnAction': { ...desk, fields: await undo() },
    'desk/desk-actions featureAction': { ...desk, fields: { at, commentId: await shown(), pick: 'pick' } },
    'desk/desk-actions featureAndReturnAction': {
      ...desk,
      fields: { at, commentId: await shown(), pick: 'pick' },
    },
    'desk/desk-actions closeRepliesAction': {
      ...desk,
      fields: { at, commentId: await shown(), replies: 'close' },
    },
    'desk/desk-actions addNoteAction': { ...desk, fields: { at, commentId: await shown(), body: 'A note.' } },
    'desk/desk-actions watchAction': { ...desk, fields: { at, articleId: piece.articleId, watch: 'on' } },
    'desk/desk-actions replyAction': { ...desk, fields: { ...(await waiting()).card, at, body: 'Thanks.' } },
    'desk/desk-actions decideManyAction': { ...desk, fields: await bulk() },
    'desk/log/log-actions undoAndShowLogAction': {
      ...{ at: '/desk/log', may: DESK },
      fields: { decisionId: await decided() },
    },
    'desk/log/log-actions undoBatchAndShowLogAction': {
      ...{ at: '/desk/log', may: DESK },
      fields: { batchId: await decidedTogether() },
    },
    'desk/people/people-actions takeMeasureAction': {
      ...person,
      fields: { ...measure, person: await somebody(), aimPerson: '1' },
    },
    'desk/people/people-actions liftMeasureAction': { ...person, fields: { actId } },
    'desk/people/people-actions writeNoteAction': {
      ...person,
      fields: { person: await somebody(), note: 'A note.' },
    },
  }
}
