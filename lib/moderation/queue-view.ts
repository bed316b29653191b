import type { CommentMove } from '../comments/comment-status'
import type { DiffRun } from '../kernel/diff-words'
import type { QueueFields } from './desk-address'
import type { QueueOrder, QueueTab } from './queue-question'

/** A piece of text, marked or not by a check: concatenated they are the whole text. */
export interface TextRun {
  readonly text: string
  readonly marked: boolean
  /** A word that is blurred until somebody asks for it. */
  readonly veiled?: true
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

export interface FloodView {
  readonly id: string
  readonly waiting: number
  readonly networks: number
}

/** What one moderator wants the others to know. */
export interface NoteView {
  readonly id: string
  readonly by: string
  readonly body: string
  readonly at: string
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
  readonly article: {
    readonly id: string
    /** On the list of the moderator who looks. */
    readonly watched: boolean
    readonly title: string
    readonly slug: string
    readonly path: string
    readonly isPublic: boolean
  }
  /** Whoever wrote it, as the address of the desk names them; null where nobody is proven. */
  readonly author: string | null
  /** How this concerns the moderator who looks: then somebody else should decide. */
  readonly party: 'author' | 'answered' | null
  /** Why it does not stand where its time would place it, in a sentence; null where it does. */
  readonly place: string | null
  readonly flood: FloodView | null
  /** What can be done about answers to it; null for what readers do not see. */
  readonly replies: 'close' | 'open' | null
  readonly parent: { readonly name: string; readonly body: string } | null
  readonly reasons: readonly ReasonView[]
  /** One line per reason, until a decision answers them. */
  readonly reports: readonly ReportedView[]
  /** Oldest first. */
  readonly notes: readonly NoteView[]
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
  readonly order: QueueOrder
  /** The address, field by field. */
  readonly fields: QueueFields
  readonly filtered: boolean
  /** Title of the one piece asked for; null where none was, or there is no such piece. */
  readonly piece: string | null
  readonly cards: readonly QueueCardView[]
  readonly counts: Readonly<Record<QueueTab, number>>
  /** Cursor of the next page. With a filter, a page may hold few cards and still have one. */
  readonly next: string | null
}
