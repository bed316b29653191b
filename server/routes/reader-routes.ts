import { parseThreadQuestion } from '../../lib/comments/thread-question'
import { parseCursor } from '../../lib/kernel/paging'
import type { FinishedPage } from '../../lib/press/finished-page'
import { keptQuery } from '../answer/redirect-query'
import { readerPage } from '../answer/reader-page'
import { sendPage } from '../answer/send-page'
import { sendRedirect } from '../answer/send-redirect'
import type { Exchange, Handler } from '../exchange'
import type { Services } from '../services'

const withStatus = (page: FinishedPage, status: number): FinishedPage => ({ ...page, status })

/** Pages without an address of their own, shown with another status. */
const special =
  (name: 'missing' | 'gone', status: number) =>
  async (services: Services, exchange: Exchange, firstPage = ''): Promise<void> => {
    const query = firstPage ? `?first=${encodeURIComponent(firstPage)}` : ''
    const page = await readerPage(services, { path: `/internal/${name}${query}` })
    await sendPage(exchange, withStatus(page, status), 'public')
  }

export const sendMissing = special('missing', 404)
const sendGone = special('gone', 410)

const articlePath = (slug: string): string => `/articles/${encodeURIComponent(slug)}`

/**
 * A page of a list. A cursor that no page of ours has printed leads nowhere, nor does a branch that readers do not see;
 * the 404 page then offers the first page.
 */
const list = async (
  services: Services,
  exchange: Exchange,
  path: string,
  isPlace: boolean,
): Promise<void> => {
  if (!isPlace) return sendMissing(services, exchange, path)
  const query = keptQuery(exchange.target.query)
  await sendPage(exchange, await readerPage(services, { path: `${path}${query}` }), 'public')
}

export const frontPage =
  (services: Services): Handler =>
  (exchange) => {
    const after = exchange.target.query.get('after')
    return list(services, exchange, '/', after === null || parseCursor(after) !== null)
  }

/** Whether the address names a page of this thread. */
const isThreadPlace = async (
  { stet }: Services,
  articleId: string,
  query: URLSearchParams,
): Promise<boolean> => {
  const asked = parseThreadQuestion({
    sort: query.get('sort'),
    after: query.get('after'),
    branch: query.get('branch'),
  })
  if (!asked) return false
  return asked.branch === undefined || stet.comments.hasBranch({ articleId, branch: asked.branch })
}

/** What the address means is settled before anything is rendered: Next could only say it with scripts. */
export const articlePage =
  (services: Services): Handler =>
  async (exchange, { slug = '' }) => {
    const meaning = await services.stet.articles.resolve({ slug })
    if (meaning.kind === 'missing') return sendMissing(services, exchange)
    if (meaning.kind === 'gone') return sendGone(services, exchange)
    if (meaning.kind === 'moved') {
      return sendRedirect(exchange, 301, `${articlePath(meaning.slug)}${keptQuery(exchange.target.query)}`)
    }
    const isPlace = await isThreadPlace(services, meaning.articleId, exchange.target.query)
    await list(services, exchange, articlePath(slug), isPlace)
  }

/** A permalink: the page of the thread that holds the comment. It moves as the thread grows, hence "for now". */
export const commentPermalink =
  (services: Services): Handler =>
  async (exchange, { id = '' }) => {
    const place = await services.stet.comments.locate({ commentId: id })
    return place ? sendRedirect(exchange, 302, place.path) : sendMissing(services, exchange)
  }

/** Feeds and the like: made by a route handler, the same for everybody. */
export const publicFile =
  (services: Services): Handler =>
  async (exchange) =>
    sendPage(exchange, await readerPage(services, { path: exchange.target.path }), 'public')
