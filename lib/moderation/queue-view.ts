import type { CommentMove } from '../comments/comment-status'
import type { QueueTab } from './queue-reader'
import type { DiffRun } from '../kernel/diff-words'

/** A piece of text, marked or not by a check: concatenated they are the whole text. */
export interface TextRun {
  readonly text: string
  readonly marked: boolean
}

export interface ReasonView {
  readonly check: string
  readonly level: 'hold' | 'spam'
  readonly reason: string
}

/** What readers reported a comment for. */
export interface ReportedView {
  /** In words. */
  readonly reason: string
  readonly count: number
  /** What they wrote about it, oldest first; those who wrote nothing are left out. */
  readonly notes: readonly string[]
}

export interface DecisionView {
  readonly id: string
  readonly actorName: string
  readonly move: CommentMove | 'undo'
  readonly from: string
  readonly to: string
  readonly reason: string | null
  readonly at: string
  readonly undone: boolean
}

/** One card of the desk: plain data, made only by present-queue.ts. Times are ISO 8601 UTC. */
export interface QueueCardView {
  readonly commentId: string
  readonly revisionId: string
  readonly version: number
  readonly status: string
  readonly body: readonly TextRun[]
  /** The public text that an edit would replace; null when this is not an edit. */
  readonly shownBody: string | null
  /** From `shownBody` to the edit, word by word; null when this is not an edit. */
  readonly diff: readonly DiffRun[] | null
  readonly name: string
  readonly byStaff: boolean
  readonly signedIn: boolean
  /** The page about its author. */
  readonly authorPath: string
  readonly createdAt: string
  readonly article: { readonly title: string; readonly path: string; readonly isPublic: boolean }
  readonly parent: { readonly name: string; readonly body: string } | null
  readonly reasons: readonly ReasonView[]
  /** One line per reason, until a decision answers them. */
  readonly reports: readonly ReportedView[]
  readonly history: readonly DecisionView[]
  /** Buttons: moves the machine allows now and this actor may make. */
  readonly moves: readonly CommentMove[]
  /** What can be done about its place above the thread; null for what readers do not see. */
  readonly pick: 'pick' | 'unpick' | null
  /** The decision that can be undone from here, if any. */
  readonly undoable: string | null
}

export interface QueueView {
  readonly tab: QueueTab
  /** Names of the reasons for turning a comment away (`settings.reasons`). */
  readonly reasons: readonly string[]
  readonly cards: readonly QueueCardView[]
  readonly counts: Readonly<Record<QueueTab, number>>
  readonly next: string | null
}
