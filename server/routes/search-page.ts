import { readerPage } from '../answer/reader-page'
import { sendPage } from '../answer/send-page'
import type { Handler } from '../exchange'
import type { Services } from '../services'

/**
 * `/search`: rendered for each question and kept by nobody. It is the same for everybody: of the visitor it learns
 * nothing but the address block, which the limit counts.
 */
export const searchPage =
  (services: Services): Handler =>
  async (exchange) => {
    const { client, target } = exchange
    const path = target.path + target.search
    const page = await readerPage(services, { path, visitor: { client, cookie: null } })
    await sendPage(exchange, page, 'private')
  }
