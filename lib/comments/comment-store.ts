import type { Guest } from '../accounts/account-store'
import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import type { QueuedEffect } from '../kernel/effect'
import type { Comment, CommentRecord, CommentRevision, CommentState } from './comment'
import type { CommentMove, CommentStatus } from './comment-status'
import type { Estimate } from './screening'
import type { DeskFacts } from './desk-facts'
import type { Subscription } from './subscription'

/** How strict one check is about one text; the strictest wins. `refuse` is told to the author and stores nothing. */
export type OpinionLevel = 'pass' | 'hold' | 'spam' | 'refuse'

/** What one screening check says, with what it saw. Declared here because a submission stores it. */
export interface Opinion {
  readonly check: string
  readonly level: OpinionLevel
  /** A sentence for the moderator (hold, spam) or the author (refuse). */
  readonly reason: string
  /** Which form field a refusal belongs to. */
  readonly field?: string
  readonly evidence: {
    /** Offsets in UTF-16 units into the canonical text: [start, end). */
    readonly spans?: readonly (readonly [number, number])[]
    readonly facts?: Readonly<Record<string, string | number>>
  }
}

/** A row of the log: who, when, which revision, from, to, why. Kept for ever. */
export interface Decision {
  readonly id: string
  readonly commentId: string
  readonly revisionId: string
  readonly actor: Actor
  readonly move: CommentMove | 'undo'
  readonly from: CommentStatus
  readonly to: CommentStatus
  /** The exact state before, for undo. */
  readonly before: CommentState
  readonly reason: string | null
  readonly note: string | null
  readonly undoesId: string | null
  readonly createdAt: Instant
  /** Decisions made with one click share it. */
  readonly batchId?: string | null
}

/** A submission with all that comes of it, stored in one transaction. */
export interface NewComment {
  /** The writer's guest row when this is their first comment: stored in the same transaction. */
  readonly guest: Guest | null
  readonly comment: Comment
  readonly revision: CommentRevision
  readonly opinions: readonly Opinion[]
  readonly estimate?: Estimate | null
  /** Domains its text links to. */
  readonly domains?: readonly string[]
  readonly desk?: DeskFacts
  /** What its writer asked to be told by mail: stored in the same transaction. */
  readonly subscriptions?: readonly Subscription[]
  /** Staff's own comments and comments no check objected to are approved by a row of their own. */
  readonly decision: Decision | null
  readonly effects: readonly QueuedEffect[]
}

/** One change of a comment with all that comes of it, stored whole or not at all. */
export interface CommentChange {
  readonly commentId: string
  /**
   * Compare-and-set: conditional on id, status and version; the row then has version + 1. With `hiddenAncestors` also
   * on what is hidden above: the effects say what readers notice, and what is above may come into sight meanwhile.
   */
  readonly expect: {
    readonly status: CommentStatus
    readonly version: number
    readonly hiddenAncestors?: number
  }
  readonly to: CommentState & { readonly latestRevisionId?: string; readonly queueOrder?: number }
  /** An edit brings its revision and the opinions on it. */
  readonly revision?: CommentRevision
  readonly opinions?: readonly Opinion[]
  readonly estimate?: Estimate | null
  readonly domains?: readonly string[]
  readonly desk?: DeskFacts
  readonly decision: Decision | null
  readonly effects: readonly QueuedEffect[]
}

/** A text that shares a band with another one (lib/moderation/near-text.ts). */
export interface NearText {
  readonly commentId: string
  readonly floodId: string | null
  readonly status: CommentStatus
  readonly body: string
}

/** Writing side of the conversation. Every method is one transaction; effects are outbox rows inside it. */
export interface CommentStore {
  /**
   * Stores a submission. `repeat` when the submission key exists: the comment stored first, nothing written.
   * `hiddenAncestors` is computed inside the transaction from the parent as it is then; `parent-hidden` when the
   * parent is no longer visible or takes no answers.
   */
  insert(
    submission: NewComment,
  ): Promise<{ kind: 'stored' } | { kind: 'repeat'; record: CommentRecord } | { kind: 'parent-hidden' }>
  /** Whatever its status, with all its texts. */
  find(commentId: string): Promise<CommentRecord | null>
  /** What was stored under any of these keys, in the order of the keys. */
  findBySubmissionKeys(keys: readonly string[]): Promise<readonly CommentRecord[]>
  /** False when somebody was faster (conflict): nothing was written. Walks the subtree's hiddenAncestors when hiding changes. */
  apply(change: CommentChange): Promise<boolean>
  /**
   * Many changes of different comments in one transaction, each of them as `apply` would make it. The ids of those that
   * were made; where somebody was faster nothing was written, and the others stand.
   */
  applyAll(changes: readonly CommentChange[]): Promise<ReadonlySet<string>>
  /** In no order; unknown ids are left out. */
  findAll(commentIds: readonly string[]): Promise<readonly CommentRecord[]>
  /** What the checks objected to in a text, in the order of the house policy. */
  opinionsOn(revisionId: string): Promise<readonly Opinion[]>
  /** By its own id, on whichever comment. */
  findDecision(decisionId: string): Promise<Decision | null>
  /** All decisions on a comment, oldest first. */
  decisionsOn(commentId: string): Promise<readonly Decision[]>
  /** The same of many comments, by their ids. */
  decisionsOnAll(commentIds: readonly string[]): Promise<ReadonlyMap<string, readonly Decision[]>>
  /** Decisions made with one click, newest first. */
  decisionsInBatch(batchId: string): Promise<readonly Decision[]>
  /** Texts written since then that share a band with these, newest first, at most 24; of these the wanted ones. */
  nearTexts(
    bands: NonNullable<DeskFacts['bands']>,
    since: Instant,
    isWanted?: (body: string) => boolean,
  ): Promise<readonly NearText[]>
  /** Same fingerprint since `since`, newest first, at most 20: for the duplicate check. */
  sameText(fingerprint: string, since: Instant): Promise<readonly CommentRecord[]>
}
