import type { TextRun } from './queue-view'

/** A line of the log for a page. Times are ISO 8601 UTC. */
export interface LogLineView {
  readonly id: string
  readonly at: string
  readonly by: string
  /** The move, or `warn`, `suspend`, `ban`, `mute`. */
  readonly what: string
  readonly lifted: boolean
  readonly from: string | null
  readonly to: string | null
  readonly reason: string
  readonly note: string
  readonly undone: boolean
  /** Whom it is about: the author of the comment, or the person. */
  readonly about: { readonly name: string; readonly path: string | null }
  readonly body: readonly TextRun[] | null
  readonly commentId: string | null
  readonly article: { readonly title: string; readonly path: string | null } | null
  /** Made with one click, together with others: undone with one, too. Only on the newest line of them. */
  readonly batch: { readonly batchId: string; readonly comments: number } | null
  readonly undo: { readonly decisionId: string } | { readonly actId: string } | null
}

export interface LogView {
  readonly lines: readonly LogLineView[]
  readonly next: string | null
}

/** What the log can be narrowed to, as it stands in the address; '' for everything. */
export interface LogFilter {
  readonly who: string
  readonly move: string
  readonly reason: string
  readonly piece: string
  readonly from: string
  readonly until: string
}
