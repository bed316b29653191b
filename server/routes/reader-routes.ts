import type { ArticleKind } from '../../lib/articles/article-kind'
import { GUIDELINES_SLUG, articlePath, piecePath } from '../../lib/articles/article-path'
import type { ListName } from '../../lib/articles/piece-list'
import { parseThreadQuestion } from '../../lib/comments/thread-question'
import { endOfDay } from '../../lib/kernel/clock'
import { parseCursor } from '../../lib/kernel/paging'
import { CONVERSATION, PIECES, type Tag, pieceTag, threadTag } from '../../lib/press/tags'
import { keptQuery } from '../answer/redirect-query'
import { readerPage } from '../answer/reader-page'
import { securityHeaders } from '../answer/security-headers'
import { sendCoded } from '../answer/send-coded'
import { ASK_AGAIN } from '../answer/send-page'
import { sendRedirect } from '../answer/send-redirect'
import { type Exchange, type Handler, type Params, wantsHtml } from '../exchange'
import { type Elsewhere, type MakePage, type PublicPage, pressed } from '../press/pressed'
import { PressedPage } from '../press/pressed-page'
import { type PublicAddress, THREAD_FIELDS } from '../press/public-address'
import type { Services } from '../services'

/**
 * Pages without an address of their own, shown with another status: kept by their name, which is no address, and the
 * page of ours they lead to. Whoever makes up places in a thread costs no more than whoever makes up addresses.
 */
const special = (name: 'missing' | 'gone', status: number) => {
  const render = async (services: Services, query: string): Promise<PressedPage> => {
    const page = await readerPage(services, { path: `/internal/${name}${query}` })
    const headers = [...securityHeaders(services.env), 'cache-control', ASK_AGAIN]
    return new PressedPage({ ...page, status }, headers)
  }
  return async (services: Services, { req, res }: Exchange, firstPage = ''): Promise<void> => {
    const query = firstPage ? `?first=${encodeURIComponent(firstPage)}` : ''
    const { result } = await services.press.page<never>(`${name}${query}`, async () => ({
      value: await render(services, query),
      depends: [PIECES] as readonly Tag[],
      keep: true,
    }))
    sendCoded(req, res, await result.value.made(req.headers['accept-encoding']))
  }
}

const [missing, gone] = [special('missing', 404), special('gone', 410)]

/** An editor may have said where an address leads that is nowhere itself, or not any more. */
const sendElsewhere = async ({ stet }: Services, exchange: Exchange): Promise<boolean> => {
  const isRead = exchange.method === 'GET' || exchange.method === 'HEAD'
  const target = isRead ? await stet.articles.redirect({ path: exchange.target.path }) : null
  if (target !== null) sendRedirect(exchange, 301, target)
  return target !== null
}

/** 404, unless the address leads elsewhere. `firstPage`: the list of which a page was asked that is not there. */
export const sendMissing = async (services: Services, exchange: Exchange, firstPage = ''): Promise<void> => {
  // A page of a list that is not there: the list itself is.
  if (firstPage !== '') return missing(services, exchange, firstPage)
  if (await sendElsewhere(services, exchange)) return
  if (wantsHtml(exchange)) services.missed.note(exchange.target.path)
  return missing(services, exchange)
}

/** 410, unless the address leads elsewhere. */
export const sendGone = async (services: Services, exchange: Exchange): Promise<void> =>
  (await sendElsewhere(services, exchange)) ? undefined : gone(services, exchange)

/** A list as it stands, with the number of comments of each piece. */
const listPage = async (services: Services, path: string): Promise<PublicPage> => ({
  page: await readerPage(services, { path }),
  depends: [PIECES, CONVERSATION],
})

/** A page of a list of pieces. A cursor that no page of ours has printed leads nowhere; the 404 page then offers the first. */
const pieces = async (
  services: Services,
  { address, query }: PublicAddress,
  first: string,
): Promise<PublicPage | Elsewhere> => {
  const after = query.get('after')
  const isPlace = after === null || parseCursor(after) !== null
  return isPlace ? listPage(services, address) : (exchange) => sendMissing(services, exchange, first)
}

/** The newest pieces; `after` leads to older ones. */
export const frontPage = (services: Services): Handler =>
  pressed(services, { fields: ['after'] }, (asked) => pieces(services, asked, '/'))

/** Pieces with a tag, of an author, of a series, of a year or month. `fields`: none where there is one page. */
export const pieceList = (
  services: Services,
  nameOf: (params: Params) => ListName,
  fields: readonly 'after'[] = ['after'],
): Handler =>
  pressed(services, { fields }, async (asked, params) => {
    const meaning = await services.stet.articles.findList(nameOf(params))
    if (meaning.kind === 'missing') return (exchange) => sendMissing(services, exchange)
    if (meaning.kind === 'list') return pieces(services, asked, meaning.list.path)
    const { path } = meaning
    return async (exchange) =>
      sendRedirect(exchange, 301, `${path}${keptQuery(exchange.target.query, fields)}`)
  })

/** A page of which there is one: directories, and what is said about the publication itself. */
export const singlePage = (
  services: Services,
  {
    shows = [],
    daily = false,
  }: { readonly shows?: readonly Tag[]; /** Says something else each day. */ readonly daily?: boolean },
): Handler =>
  pressed(services, {}, async ({ address }) => {
    // Asked before it is rendered: a page of yesterday is not kept until tomorrow.
    const until = daily ? endOfDay(services.stet.ports.clock.now()) : null
    return { page: await readerPage(services, { path: address }), depends: shows, until }
  })

/** Whether the address names a page of this thread: no cursor but a printed one, no branch that readers do not see. */
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

/** A piece below /articles, or a page at the root. What the address means is settled before anything is rendered. */
const pageOf = (services: Services, at: ArticleKind, elsewhere?: MakePage): Handler =>
  pressed(services, { fields: THREAD_FIELDS }, async (asked, params) => {
    const { stet } = services
    const { query } = asked
    const { slug = GUIDELINES_SLUG } = params
    const meaning = await stet.articles.resolve({ slug, at })
    if (meaning.kind !== 'public' && elsewhere) return elsewhere(asked, params)
    if (meaning.kind === 'missing') return (exchange) => sendMissing(services, exchange)
    if (meaning.kind === 'gone') return (exchange) => sendGone(services, exchange)
    if (meaning.kind === 'moved') {
      const path = piecePath({ slug: meaning.slug, kind: meaning.of })
      return async (exchange) => sendRedirect(exchange, 301, `${path}${keptQuery(exchange.target.query)}`)
    }
    const { articleId } = meaning
    if (!(await isThreadPlace(services, articleId, query))) {
      return (exchange) => sendMissing(services, exchange, piecePath({ slug, kind: at }))
    }
    // The page of a piece is made by this address, wherever it stands (server/pages/page-table.ts).
    const address = `${articlePath(slug)}${query.size > 0 ? `?${query}` : ''}`
    const closing = await stet.articles.closing({ slug })
    return {
      page: await readerPage(services, { path: address }),
      depends: [PIECES, pieceTag(articleId), threadTag(articleId)],
      // How long a comment usually waits is said anew each day.
      until: Math.min(closing ?? Number.POSITIVE_INFINITY, endOfDay(stet.ports.clock.now())),
    }
  })

/** One piece with its conversation. */
export const articlePage = (services: Services): Handler => pageOf(services, 'piece')

/** What no route of ours has: a page that was written, else nothing. */
export const rootPage = (services: Services): Handler => {
  const page = pageOf(services, 'page')
  return async (exchange, params) => {
    const { trailingSlash } = exchange.target
    if (!trailingSlash) return page(exchange, params)
    const { kind } = await services.stet.articles.resolve({ slug: params.slug ?? '', at: 'page' })
    if (kind === 'missing' || kind === 'gone') return sendMissing(services, exchange)
    const { path, search } = exchange.target
    sendRedirect(exchange, 301, path.slice(0, -1) + search)
  }
}

/** The guidelines as an editor wrote them, with what the house says below; else the house's alone. */
export const guidelinesPage = (services: Services): Handler =>
  pageOf(services, 'page', async ({ address, query }) => ({
    page: await readerPage(services, { path: address }),
    depends: [PIECES],
    // There is no thread here, so nothing that a query could ask for.
    keep: query.size === 0,
  }))

/** A permalink: the page of the thread that holds the comment. It moves as the thread grows, hence "for now". */
export const commentPermalink =
  (services: Services): Handler =>
  async (exchange, { id = '' }) => {
    const place = await services.stet.comments.locate({ commentId: id })
    return place ? sendRedirect(exchange, 302, place.path) : sendMissing(services, exchange)
  }
