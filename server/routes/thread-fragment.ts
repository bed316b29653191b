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

const oneComment = async (
  { stet, threadHtml }: Services,
  piece: Piece,
  id: string,
): Promise<string | null> => {
  const comment = await stet.comments.one({ articleId: piece.id, commentId: id })
  return comment && threadHtml.comment(comment, placeOf(piece))
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
 * `?only=<id>`: one comment without its replies. The same for everybody, asked for by the island; Next is not needed.
 */
export const threadFragment =
  (services: Services): Handler =>
  async (exchange: Exchange, { slug = '' }) => {
    const { query } = exchange.target
    const only = query.get('only')
    const piece = await services.stet.articles.read({ slug })
    const html =
      piece && (await (only === null ? onePage(services, piece, query) : oneComment(services, piece, only)))
    exchange.res.setHeader('x-robots-tag', 'noindex')
    if (html === null) return refuse(exchange, NOT_FOUND)
    await sendPage(exchange, finishPage(200, HTML, Buffer.from(html)), 'public')
  }
