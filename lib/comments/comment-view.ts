/** Plain data for the thread: made only by present-thread.ts. Times are ISO 8601 UTC. */
export interface CommentView {
  readonly id: string
  /** `stub`: "Comment removed by its author", without name or time. */
  readonly kind: 'comment' | 'stub'
  /** '' when none was given: shown as "No Name Set". Name, body and createdAt of a stub are ''. */
  readonly name: string
  readonly byStaff: boolean
  /** Plain text; line breaks are kept. */
  readonly body: string
  readonly edited: boolean
  readonly createdAt: string
  /** 0…3: indentation on the page. */
  readonly level: number
  /** Below the last level the page is flat and names whom each answers. */
  readonly inReplyTo: { readonly id: string; readonly name: string } | null
  /** Site-relative permalink, `/comments/<id>`. */
  readonly permalink: string
}

export interface BranchView {
  readonly comment: CommentView
  /** Empty at the last level: from there on comments are siblings. */
  readonly replies: readonly BranchView[]
}

export interface ThreadView {
  /** Visible comments of the whole thread, stubs not counted. */
  readonly count: number
  readonly branches: readonly BranchView[]
  /** Cursor for "Load More Comments". */
  readonly next: string | null
}

/** What an author may know about their own comment; spam is told as rejected. */
export type OwnState = 'waiting' | 'approved' | 'rejected' | 'removed'

export interface OwnCommentView {
  readonly id: string
  /** The text that waits, else the approved one, else the latest. */
  readonly body: string
  /** The public text while an edit waits. */
  readonly shownBody: string | null
  readonly name: string
  readonly state: OwnState
  readonly editWaiting: boolean
  readonly createdAt: string
  readonly parentId: string | null
  readonly version: number
  readonly permalink: string | null
  readonly abilities: Readonly<Record<'edit' | 'withdraw', boolean>>
}

/** The answer to a post: what its author may see, nothing else. */
export interface ReceiptView {
  readonly commentId: string
  readonly state: OwnState
  /** The same submission again: nothing was stored twice. */
  readonly repeat: boolean
}
