import type { ButtonKind } from '@/components/ui/button'
import type { Judgement } from '@/lib/comments/judge'

interface MoveWords {
  readonly label: string
  /** What the notice says afterwards. */
  readonly done: string
  readonly look: ButtonKind
}

/** The buttons of a card, in their order on every card. */
export const MOVES: Readonly<Record<Judgement, MoveWords>> = {
  approve: { label: 'Approve', done: 'Approved', look: 'primary' },
  reject: { label: 'Reject', done: 'Rejected', look: 'danger' },
  spam: { label: 'Spam', done: 'Marked as spam', look: 'plain' },
  hold: { label: 'Hold', done: 'Put back to wait', look: 'plain' },
  keep: { label: 'Keep', done: 'Kept', look: 'primary' },
}

/** The button for the place above the thread. */
export const PICKS = {
  pick: { label: 'Pick', where: ' for the top of the thread', done: 'Picked' },
  unpick: { label: 'Unpick', where: ', away from the top of the thread', done: 'No pick any more' },
} as const

/** Any string as one of the moves a button makes, or null. */
export const asMove = (text: string | null): Judgement | null =>
  text !== null && Object.hasOwn(MOVES, text) ? (text as Judgement) : null

/** Every move in the words of the history: "Sam approved this". */
export const PAST: Readonly<Record<string, string>> = {
  approve: 'approved this',
  reject: 'rejected this',
  spam: 'marked this as spam',
  hold: 'put this back to wait',
  keep: 'kept this, and answered its reports',
  withdraw: 'withdrew this',
  erase: 'erased this',
  undo: 'undid a decision',
}

/** Statuses as people say them. */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  pending: 'waiting',
  approved: 'approved',
  rejected: 'rejected',
  spam: 'spam',
  removed: 'withdrawn by its author',
  erased: 'erased',
}
