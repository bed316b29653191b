import type { Judgement } from '@/lib/comments/judge'
import type { FormAction } from '@/lib/http/define-action'
import type { Answered } from '@/lib/moderation/approve-with-reply'
import type { DecidedHere } from '@/lib/moderation/decide-card'
import type { DecidedMany } from '@/lib/moderation/decide-many'
import type { QueueCardView } from '@/lib/moderation/queue-view'

/** Whether a comment is put above its thread or taken from there. */
export type PickMove = NonNullable<QueueCardView['pick']>

export interface UndoneHere {
  readonly undone: number
  readonly left: number
}

/** The server actions of the desk. The plain ones answer in place; `…AndReturn` lead back to the page (forms without JavaScript). */
export interface DeskActions {
  readonly decide: FormAction<DecidedHere>
  readonly decideAndReturn: FormAction<DecidedHere>
  readonly undo: FormAction<UndoneHere>
  readonly undoAndReturn: FormAction<UndoneHere>
  readonly feature: FormAction<{ pick: PickMove }>
  readonly featureAndReturn: FormAction<{ pick: PickMove }>
  readonly decideMany: FormAction<DecidedMany>
  readonly closeReplies: FormAction<{ replies: 'close' | 'open' }>
  readonly addNote: FormAction<{ noteId: string }>
  readonly watch: FormAction<{ watch: 'on' | 'off' }>
  readonly reply: FormAction<Answered>
}

/** The address of the queue's page that is open; forms carry it, so that the answer leads back there. */
export type DeskPlace = string

/** One text at one state: a card that changed on the server is another card. */
export const cardKey = ({ commentId, version }: Pick<QueueCardView, 'commentId' | 'version'>): string =>
  `${commentId}.${version}`

export const cardId = (commentId: string): string => `card-${commentId}`

const formOf = (fields: Readonly<Record<string, string>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

/** `all`: with everything that waited behind the card when the page was made, at `seenAt` (milliseconds). */
export const decisionForm = (
  { commentId, revisionId, version, flood }: QueueCardView,
  move: Judgement,
  { reason, all }: { readonly reason: string; readonly all: boolean },
  { at, seenAt }: { readonly at: DeskPlace; readonly seenAt: number },
): FormData =>
  formOf({
    ...{ commentId, revisionId, version: String(version), move, reason, at },
    ...(flood && all ? { flood: flood.id, seenAt: String(seenAt) } : {}),
  })

export const undoForm = (undo: string, at: DeskPlace): FormData => formOf({ undo, at })

export const pickForm = (commentId: string, pick: PickMove, at: DeskPlace): FormData =>
  formOf({ commentId, pick, at })
