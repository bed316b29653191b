import { PAGE_STATE_HEADER, type PageState } from '../../lib/http/page-state'
import type { ClientFacts } from '../../lib/kernel/client-facts'
import type { FinishedPage } from '../../lib/press/finished-page'
import { readerPage } from '../answer/reader-page'
import { sendPage } from '../answer/send-page'
import type { Handler } from '../exchange'
import type { Services } from '../services'

/** Whose page it is. */
export interface Visitor {
  readonly client: ClientFacts
  readonly cookie: string | null
  /** Path and query as they asked. */
  readonly path: string
}

/** A reader's own page, rendered with their cookies and nothing else of theirs. */
const renderPersonal = (
  services: Services,
  { client, cookie, path: asked }: Visitor,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<FinishedPage> =>
  readerPage(services, {
    path,
    visitor: { client, path: asked, headers: cookie === null ? headers : { ...headers, cookie } },
  })

/** The same page again after a post it refused: it takes what was typed, and what was wrong, from its page state. */
export const renderRefused = async (
  services: Services,
  visitor: Visitor,
  path: string,
  state: PageState,
): Promise<FinishedPage> => {
  const key = services.pageStates.keep(state)
  try {
    return await renderPersonal(services, visitor, path, { [PAGE_STATE_HEADER]: key })
  } finally {
    services.pageStates.take(key)
  }
}

export const personalPage =
  (services: Services): Handler =>
  async (exchange) => {
    const { req, client, target } = exchange
    const path = target.path + target.search
    const visitor = { client, cookie: req.headers.cookie ?? null, path }
    await sendPage(exchange, await renderPersonal(services, visitor, path), 'private')
  }
