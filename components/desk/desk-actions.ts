import type { CommentStatus } from '@/lib/comments/comment-status'
import type { Judgement } from '@/lib/comments/judge'
import type { FormAction } from '@/lib/http/define-action'
import type { Decided } from '@/lib/moderation/decide'
import type { QueueCardView } from '@/lib/moderation/queue-view'
import type { QueueTab } from '@/lib/moderation/queue-reader'

/** Whether a comment is put above its thread or taken from there. */
export type PickMove = NonNullable<QueueCardView['pick']>

/** The server actions of the desk. The plain ones answer in place; `…AndReturn` lead back to the page (forms without JavaScript). */
export interface DeskActions {
  readonly decide: FormAction<Decided>
  readonly decideAndReturn: FormAction<Decided>
  readonly undo: FormAction<{ to: CommentStatus }>
  readonly undoAndReturn: FormAction<{ to: CommentStatus }>
  readonly feature: FormAction<{ pick: PickMove }>
  readonly featureAndReturn: FormAction<{ pick: PickMove }>
}

/** Which page of the queue is open; forms carry it, so that the answer leads back there. */
export interface DeskPlace {
  readonly tab: QueueTab
  /** Cursor of the page, '' for the first. */
  readonly after: string
}

/** One text at one state: a card that changed on the server is another card. */
export const cardKey = ({ commentId, version }: Pick<QueueCardView, 'commentId' | 'version'>): string =>
  `${commentId}.${version}`

export const cardId = (commentId: string): string => `card-${commentId}`

const formOf = (fields: Readonly<Record<string, string>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

export const decisionForm = (
  { commentId, revisionId, version }: QueueCardView,
  move: Judgement,
  reason: string,
  { tab, after }: DeskPlace,
): FormData => formOf({ commentId, revisionId, version: String(version), move, reason, tab, after })

export const undoForm = (decisionId: string, { tab, after }: DeskPlace): FormData =>
  formOf({ decisionId, tab, after })

export const pickForm = (commentId: string, pick: PickMove, { tab, after }: DeskPlace): FormData =>
  formOf({ commentId, pick, tab, after })
