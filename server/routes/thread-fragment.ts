import { type FinishedPage, finishPage } from '../../lib/press/finished-page'
import { pieceTag, threadTag } from '../../lib/press/tags'
import { refuse } from '../answer/plain-page'
import { NOT_FOUND } from '../answer/refusals'
import type { Handler } from '../exchange'
import { pressed } from '../press/pressed'
import { type Field, type PublicAddress, THREAD_FIELDS } from '../press/public-address'
import { atCurrentAddress } from './current-address'
import type { FragmentPlace } from '../render/thread-html'
import type { Services } from '../services'

const HTML = 'text/html; charset=utf-8'
const NOINDEX = { 'x-robots-tag': 'noindex' }

type Piece = NonNullable<Awaited<ReturnType<Services['stet']['articles']['read']>>>
type Make = (services: Services, piece: Piece, query: PublicAddress['query']) => Promise<string | null>

const placeOf = ({ path, commentsOpen }: Piece): FragmentPlace => ({ path, open: commentsOpen })

/** As many as a page can show: a page that missed something asks about all it has left at once. */
const MOST_ALONE = 100

const idsIn = (query: URLSearchParams): readonly string[] => (query.get('only') ?? '').split(',')

/** Those of these comments that readers see, or the stubs of them, one after the other; null when they see none. */
const alone: Make = async ({ stet, threadHtml }, piece, query) => {
  const ids = idsIn(query)
  if (ids.length > MOST_ALONE) return null
  let html: string | null = null
  for (const commentId of new Set(ids)) {
    const comment = await stet.comments.shown({ articleId: piece.id, commentId })
    if (comment) html = (html ?? '') + threadHtml.comment(comment, placeOf(piece))
  }
  return html
}

const onePage: Make = async ({ stet, threadHtml }, piece, query) => {
  const asked = stet.comments.question({
    sort: query.get('sort'),
    after: query.get('after'),
    branch: query.get('branch'),
  })
  if (!asked) return null
  const thread = await stet.comments.thread({ articleId: piece.id, ...asked })
  return thread && threadHtml.page(thread, placeOf(piece))
}

const finished = (html: string): FinishedPage => finishPage(200, HTML, Buffer.from(html), NOINDEX)

const nothing: Handler = async (exchange) => {
  exchange.res.setHeader('x-robots-tag', 'noindex')
  await refuse(exchange, NOT_FOUND)
}

const fragment = (services: Services, fields: readonly Field[], make: Make): Handler =>
  pressed(services, { fields, live: true }, async ({ query }, params) => {
    const { articles } = services.stet
    const { slug = '' } = params
    const piece = await articles.read({ slug })
    if (piece === null) return (exchange) => atCurrentAddress(services, nothing)(exchange, params)
    const html = await make(services, piece, query)
    if (html === null) return (exchange) => nothing(exchange, params)
    return {
      page: finished(html),
      depends: [pieceTag(piece.id), threadTag(piece.id)],
      until: await articles.closing({ slug }),
      // What one open page has missed is nobody else's question.
      keep: idsIn(query).length === 1,
    }
  })

/**
 * `/articles/<slug>/thread?sort=&after=&branch=`: one page of the thread without the rest of the page, and
 * `?only=<id>[,<id>…]`: comments without their replies. The same for everybody, asked for by the island; Next is not needed.
 */
export const threadFragment = (services: Services): Handler => {
  const [some, page] = [fragment(services, ['only'], alone), fragment(services, THREAD_FIELDS, onePage)]
  return (exchange, params) => (exchange.target.query.has('only') ? some : page)(exchange, params)
}
