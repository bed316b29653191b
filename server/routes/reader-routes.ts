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

/** A cursor that no page of ours has printed leads nowhere; the 404 page then offers the first page. */
const isPlace = (after: string | null): boolean => after === null || parseCursor(after) !== null

const list = async (services: Services, exchange: Exchange, path: string): Promise<void> => {
  const { query } = exchange.target
  if (!isPlace(query.get('after'))) return sendMissing(services, exchange, path)
  await sendPage(exchange, await readerPage(services, { path: `${path}${keptQuery(query)}` }), 'public')
}

export const frontPage =
  (services: Services): Handler =>
  (exchange) =>
    list(services, exchange, '/')

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
    await list(services, exchange, articlePath(slug))
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
