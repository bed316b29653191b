import { finishPage } from '../../lib/press/finished-page'
import { refuse } from '../answer/plain-page'
import { NOT_FOUND } from '../answer/refusals'
import { sendPage } from '../answer/send-page'
import type { Exchange, Handler } from '../exchange'
import type { FragmentPlace } from '../render/thread-html'
import type { Services } from '../services'

const HTML = 'text/html; charset=utf-8'

type Piece = NonNullable<Awaited<ReturnType<Services['stet']['articles']['read']>>>

const placeOf = ({ path, commentsOpen }: Piece): FragmentPlace => ({ path, open: commentsOpen })

/** As many as a page can show: a page that missed something asks about all it has left at once. */
const MOST_ALONE = 100

/** Those of these comments that readers see, or the stubs of them, one after the other; null when they see none. */
const alone = async (
  { stet, threadHtml }: Services,
  piece: Piece,
  ids: readonly string[],
): Promise<string | null> => {
  if (ids.length > MOST_ALONE) return null
  let html: string | null = null
  for (const commentId of new Set(ids)) {
    const comment = await stet.comments.shown({ articleId: piece.id, commentId })
    if (comment) html = (html ?? '') + threadHtml.comment(comment, placeOf(piece))
  }
  return html
}

const onePage = async (
  { stet, threadHtml }: Services,
  piece: Piece,
  query: URLSearchParams,
): Promise<string | null> => {
  const asked = stet.comments.question({
    sort: query.get('sort'),
    after: query.get('after'),
    branch: query.get('branch'),
  })
  if (!asked) return null
  const thread = await stet.comments.thread({ articleId: piece.id, ...asked })
  return thread && threadHtml.page(thread, placeOf(piece))
}

/**
 * `/articles/<slug>/thread?sort=&after=&branch=`: one page of the thread without the rest of the page, and
 * `?only=<id>[,<id>…]`: comments without their replies. The same for everybody, asked for by the island; Next is not needed.
 */
export const threadFragment =
  (services: Services): Handler =>
  async (exchange: Exchange, { slug = '' }) => {
    const { query } = exchange.target
    const only = query.get('only')
    const piece = await services.stet.articles.read({ slug })
    const html =
      piece &&
      (await (only === null ? onePage(services, piece, query) : alone(services, piece, only.split(','))))
    exchange.res.setHeader('x-robots-tag', 'noindex')
    if (html === null) return refuse(exchange, NOT_FOUND)
    await sendPage(exchange, finishPage(200, HTML, Buffer.from(html)), 'public')
  }
