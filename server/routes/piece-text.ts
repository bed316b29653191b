import { articlePath } from '../../lib/articles/article-path'
import type { Handler } from '../exchange'
import type { Services } from '../services'
import { sendRedirect } from '../answer/send-redirect'
import { type PublicText, publicText } from './public-text'
import { sendGone, sendMissing } from './reader-routes'

type Piece = NonNullable<Awaited<ReturnType<Services['stet']['articles']['read']>>>

/**
 * A file that belongs to a piece and stands at its address with something behind it. It moves, is gone and is missing
 * with the piece: a draft's file looks like one of nothing.
 */
export const pieceText = (
  services: Services,
  behind: string,
  make: (piece: Piece) => Promise<PublicText | null>,
): Handler =>
  publicText(services, async ({ slug = '' }) => {
    const { articles } = services.stet
    const meaning = await articles.resolve({ slug })
    if (meaning.kind === 'gone') return (exchange) => sendGone(services, exchange)
    if (meaning.kind === 'moved') {
      return async (exchange) => sendRedirect(exchange, 301, articlePath(meaning.slug) + behind)
    }
    const piece = meaning.kind === 'public' ? await articles.read({ slug }) : null
    return (piece && (await make(piece))) ?? ((exchange) => sendMissing(services, exchange))
  })
