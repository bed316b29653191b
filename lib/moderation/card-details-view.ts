import type { PastCommentView, PersonLineView } from './person-view'
import type { TextRun } from './queue-view'

/** A comment above another one. */
export interface AboveView {
  readonly id: string
  readonly name: string
  readonly byStaff: boolean
  readonly status: string
  readonly at: string
  readonly body: readonly TextRun[]
}

/** Another comment with nearly the same words, and what became of it. */
export interface SimilarView {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly body: readonly TextRun[]
  readonly decision: { readonly by: string; readonly move: string; readonly reason: string | null } | null
}

/**
 * What is known around one comment, in one answer of at most 30 KB, however long the texts are: they are cut. Times are
 * ISO 8601 UTC.
 */
export interface CardDetailsView {
  readonly commentId: string
  /** Null where nobody is known: an import, an erased comment. */
  readonly author: (PersonLineView & { readonly last: readonly PastCommentView[] }) | null
  /** From the one it answers upwards, ten at most. */
  readonly above: readonly AboveView[]
  /** The paragraph of the piece it most likely speaks of. */
  readonly paragraph: string | null
  readonly similar: readonly SimilarView[]
  /** Per mille; null while the learner knows too little. */
  readonly spamScore: number | null
  readonly why: readonly { readonly feature: string; readonly speaksFor: 'spam' | 'standing' }[]
}
