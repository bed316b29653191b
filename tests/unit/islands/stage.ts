import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { vi } from 'vitest'
import { Comment } from '@/components/reader/comment'
import { Thread } from '@/components/reader/thread'
import { ThreadPage } from '@/components/reader/thread-page'
import type { BranchView, OwnCommentView, ThreadView } from '@/lib/comments/comment-view'
import { aPlace, aThread } from '../reader/views'
import { type Answer, find, serve, showPage } from './page'

export const PATH = '/articles/the-ferry'
export const MINE = `GET ${PATH}/mine.json`

const place = aPlace({ path: PATH })

export const mine =
  (
    comments: readonly OwnCommentView[],
    more: { readonly signedInAs?: string; readonly recommended?: readonly string[] } = {},
  ) =>
  () =>
    Response.json({ comments, ids: comments.map(({ id }) => id), signedInAs: null, recommended: [], ...more })

const page = (html: string) => () =>
  new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })

/** As the server answers `<path>/thread`: from the components of the page itself. */
export const fragment = (thread: Partial<ThreadView>) =>
  page(renderToStaticMarkup(createElement(ThreadPage, { thread: aThread(thread), place })))

/** As it answers `?only=`: the comment without its replies. */
export const only = ({ comment }: BranchView) =>
  page(
    renderToStaticMarkup(
      createElement(Comment, {
        branch: { comment, replies: [], more: null },
        place: { path: PATH, open: true, here: new Set<string>() },
      }),
    ),
  )

export const gone = () => new Response('', { status: 404 })

/** The page of a piece with this thread, once its island knows whose comments are whose. */
export const openThread = async (
  thread: Partial<ThreadView>,
  answers: Readonly<Record<string, () => Answer>> = {},
) => {
  const fetched = serve({ [MINE]: mine([]), ...answers })
  showPage(renderToStaticMarkup(createElement(Thread, { thread: aThread(thread), place })))
  await vi.waitFor(() => find('.thread-bar [aria-keyshortcuts], .thread-bar .bar-quiet'))
  return fetched
}

/** Ids of the comments on the page, in order. */
export const idsOn = (selector = '.thread .comment'): string[] =>
  [...document.querySelectorAll(selector)].map(({ id }) => id.replace('comment-', ''))

export const press = (selector: string): void => find(selector).click()
