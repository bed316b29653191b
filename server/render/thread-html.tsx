import { renderToStaticMarkup } from 'react-dom/server'
import { Comment } from '../../components/reader/comment'
import { ThreadPage } from '../../components/reader/thread-page'
import type { CommentView, ThreadView } from '../../lib/comments/comment-view'
import type { ThreadPlace } from '../../lib/comments/thread-place'

/** What a list of comments needs to know of its piece: less than the page around it. */
export type FragmentPlace = Pick<ThreadPlace, 'path' | 'open'>

/** Parts of a conversation as HTML, for the island: from the same components as the page (decision 11). */
export interface ThreadHtml {
  /** The page of the thread alone: order, comments, links to more. */
  page(thread: ThreadView, place: FragmentPlace): string
  /** One comment without its replies, as a list item. */
  comment(comment: CommentView, place: FragmentPlace): string
}

const NOBODY: ReadonlySet<string> = new Set()

export const threadHtml: ThreadHtml = {
  page: (thread, place) => renderToStaticMarkup(<ThreadPage thread={thread} place={place} />),
  comment: (comment, { path, open }) =>
    renderToStaticMarkup(
      <Comment branch={{ comment, replies: [], more: null }} place={{ path, open, here: NOBODY }} />,
    ),
}
