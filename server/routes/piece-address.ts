import { sendRedirect } from '../answer/send-redirect'
import type { Handler } from '../exchange'
import type { Services } from '../services'
import { sendMissing } from './reader-routes'

/** `/pieces/:id`: where a piece stands now. One that is not public looks like one that never was. */
export const pieceAddress =
  (services: Services): Handler =>
  async (exchange, { id = '' }) => {
    const path = await services.stet.articles.addressOf({ articleId: id })
    return path === null ? sendMissing(services, exchange) : sendRedirect(exchange, 302, path)
  }
