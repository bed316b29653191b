import type { ArticleView } from '../articles/article-view'
import type { Ports } from '../ports'

/** What the views of a thread need to know of the piece and of the house it stands in: the same for every reader. */
export interface ThreadPlace {
  /** Of the piece, site-relative. */
  readonly path: string
  /** Whether comments are taken. */
  readonly open: boolean
  /** Whether a moderator reads each comment first: said before posting. */
  readonly everyCommentWaits: boolean
  /** How long that takes as a rule, in words ("usually within 2 hours"); null while too little is known to say. */
  readonly wait: string | null
  /** Whether a commenter can ask for mail: only where the operator has set up a way to send it. */
  readonly mail: boolean
  /** Search engines are asked to quote no comment. */
  readonly nosnippet: boolean
}

/** The place of a piece's thread. */
export const threadPlace = async (
  _deps: Pick<Ports, 'settingsStore'>,
  { path, commentsOpen, everyCommentWaits }: Pick<ArticleView, 'path' | 'commentsOpen' | 'everyCommentWaits'>,
): Promise<ThreadPlace> => ({
  path,
  open: commentsOpen,
  everyCommentWaits,
  wait: null,
  mail: false,
  nosnippet: false,
})
