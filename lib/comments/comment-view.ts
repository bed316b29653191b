/** Orders of the roots; `newest` is the default. Replies are always read from the oldest on. */
export const THREAD_SORTS = ['newest', 'oldest', 'discussed'] as const
export type ThreadSort = (typeof THREAD_SORTS)[number]

/** Plain data for the thread: made only by present-thread.ts. Times are ISO 8601 UTC. */
export interface CommentView {
  readonly id: string
  /** `stub`: "Comment removed by its author", without name, time or badge. */
  readonly kind: 'comment' | 'stub'
  /** '' when none was given: shown as "No Name Set". Name, body and createdAt of a stub are ''. */
  readonly name: string
  /** Staff who commented; `author` when they wrote this very piece. */
  readonly badge: 'moderator' | 'author' | null
  /** Plain text; line breaks are kept. */
  readonly body: string
  readonly edited: boolean
  /** "Moderator's pick" */
  readonly featured: boolean
  /** False where moderators take no more answers to it. */
  readonly takesReplies: boolean
  readonly recommends: number
  readonly createdAt: string
  /** 0…3: indentation on the page. */
  readonly level: number
  /** Below the last level the page is flat and names whom each answers. */
  readonly inReplyTo: { readonly id: string; readonly name: string } | null
  /** Site-relative permalink, `/comments/<id>`. */
  readonly permalink: string
}

/** "Load More Replies": the replies of `branch` that come after the ones shown. */
export interface MoreView {
  /** Id of the comment whose replies they are. */
  readonly branch: string
  /** Cursor of the last reply shown; null when none is. */
  readonly after: string | null
}

/** A comment with what of its answers the page shows. */
export interface BranchView {
  readonly comment: CommentView
  /** Empty at the last level: from there on comments are siblings (only the branch a page shows holds its own). */
  readonly replies: readonly BranchView[]
  /**
   * Stands after everything in `replies`. The rest of a lane is led to from the last of its comments that is shown
   * (`branch` then is the comment that opened the lane).
   */
  readonly more: MoreView | null
}

/**
 * One page of a thread. Either a page of roots, or (`branch`) one comment with what stands above it and a page of its
 * replies: for "Load More Replies" and for links to a comment deep down.
 */
export interface ThreadView {
  /** Visible comments of the whole thread, stubs not counted. */
  readonly count: number
  readonly sort: ThreadSort
  /** Moderators' picks, newest pick first, at most three: on the first page of roots only. */
  readonly featured: readonly CommentView[]
  /** The comment whose branch this page shows; null on a page of roots. */
  readonly branch: string | null
  /** What the branch's comment answers, outermost first: the nearest ones. Empty on a page of roots. */
  readonly trail: readonly CommentView[]
  /** Whether more stands above than `trail` holds. */
  readonly trailCut: boolean
  /** Roots; on a branch's page that one comment, whose `more` leads to its next replies. */
  readonly branches: readonly BranchView[]
  /** Whether this page begins somewhere behind the first comment (or reply). */
  readonly later: boolean
  /** Cursor for "Load More Comments"; always null on a branch's page. */
  readonly next: string | null
}

/** What a page of the thread is asked by; everything here is in its address (`?sort=&after=&branch=`). */
export interface ThreadQuestion {
  readonly sort?: ThreadSort
  readonly after?: string
  readonly branch?: string
}

/** What an author may know about their own comment; spam is told as rejected. */
export type OwnState = 'waiting' | 'approved' | 'rejected' | 'removed'

/** A comment as its author sees it, in whatever state. */
export interface OwnCommentView {
  readonly id: string
  /** The text that waits, else the approved one, else the latest. */
  readonly body: string
  /** The public text while an edit waits. */
  readonly shownBody: string | null
  readonly name: string
  readonly state: OwnState
  /** What the moderator gave as reason when it was rejected; null when none was. Never of spam. */
  readonly rejectedFor: string | null
  readonly editWaiting: boolean
  readonly createdAt: string
  readonly parentId: string | null
  readonly version: number
  readonly permalink: string | null
  /** Of a piece that is not public (any more) no path (null) and no title ('') is told. */
  readonly piece: { readonly path: string | null; readonly title: string; readonly language: string }
  readonly abilities: Readonly<Record<'edit' | 'withdraw', boolean>>
}

/** The answer to a post: what its author may see, nothing else. */
export interface ReceiptView {
  readonly commentId: string
  readonly state: OwnState
  /** The same submission again: nothing was stored twice. */
  readonly repeat: boolean
}
