import type { Refused } from '../../lib/http/form-state'
import type { FinishedPage } from '../../lib/press/finished-page'
import { readerPage } from '../answer/reader-page'
import { sendPage } from '../answer/send-page'
import type { Handler } from '../exchange'
import type { PageVisitor } from '../render/reader-pages'
import type { Services } from '../services'

/** The same page again after a post it refused: it shows what was typed, and what was wrong. */
export const renderRefused = (
  services: Services,
  visitor: PageVisitor,
  path: string,
  refused: Refused,
): Promise<FinishedPage> => readerPage(services, { path, visitor: { ...visitor, refused } })

/** A reader's own page, rendered with their cookies and nothing else of theirs. */
export const personalPage =
  (services: Services): Handler =>
  async (exchange) => {
    const { req, client, target } = exchange
    const visitor = { client, cookie: req.headers.cookie ?? null }
    const page = await readerPage(services, { path: target.path + target.search, visitor })
    await sendPage(exchange, page, 'private')
  }
