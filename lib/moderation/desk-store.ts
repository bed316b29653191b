import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import type { QueuedEffect } from '../kernel/effect'

/** Which pieces a filter of the desk means, public or not. */
export type PieceQuestion =
  { readonly slug: string } | { readonly writer: string } | { readonly watchedBy: string }

/** A piece that a moderator watches. */
export interface DeskPiece {
  readonly id: string
  readonly slug: string
  readonly title: string
}

/** Somebody whose pieces the desk can be narrowed to: the address of their page, and their name. */
export interface DeskWriter {
  readonly slug: string
  readonly name: string
}

/** What one moderator says about a comment to the others. */
export interface DeskNote {
  readonly id: string
  readonly commentId: string
  readonly userId: string
  readonly userName: string
  /** As typed (canonical). */
  readonly body: string
  readonly createdAt: Instant
}

/** A comment that takes no answers any more, or takes them again. */
export interface RepliesChange {
  readonly commentId: string
  /** When it stopped taking answers; null opens it again. */
  readonly closedAt: Instant | null
  readonly audit: AuditEntry
  readonly effects: readonly QueuedEffect[]
}

/** What moderators keep beside the decisions themselves. Every change is one transaction. */
export interface DeskStore {
  /** At most 2,000, newest first. */
  pieces(question: PieceQuestion): Promise<readonly DeskPiece[]>
  /** People with a byline on any piece, in the order of their names. */
  writers(limit: number): Promise<readonly DeskWriter[]>
  /** Tags of the languages that pieces are in, each once, in alphabetical order. */
  languages(): Promise<readonly string[]>
  /** Puts a piece on somebody's list, or takes it from there; what is so already stays so. */
  watch(userId: string, articleId: string, on: boolean): Promise<void>
  /** False when there is no such comment. */
  addNote(note: Omit<DeskNote, 'userName'>): Promise<boolean>
  /** On any of these comments, oldest first, at most 500. */
  notesOn(commentIds: readonly string[]): Promise<readonly DeskNote[]>
  /** False when there is no such comment or it is so already: nothing was written. */
  setReplies(change: RepliesChange): Promise<boolean>
}
