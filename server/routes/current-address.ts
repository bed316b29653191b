import { sendRedirect } from '../answer/send-redirect'
import type { Handler } from '../exchange'
import type { Services } from '../services'

const articlePath = (slug: string): string => `/articles/${encodeURIComponent(slug)}`

/** Of the piece at this address, or at the one it has by now: a form that is open knows the address it was loaded from. */
export const currentPath = async ({ stet }: Pick<Services, 'stet'>, slug: string): Promise<string> => {
  const meaning = await stet.articles.resolve({ slug })
  return articlePath(meaning.kind === 'moved' ? meaning.slug : slug)
}

/**
 * What stands below a piece's address (`/articles/<slug>/…`), asked for below one that the piece had before, by a page
 * that is still open or a link that was kept: it leads to where it is now.
 */
export const atCurrentAddress =
  (services: Pick<Services, 'stet'>, handler: Handler): Handler =>
  async (exchange, params) => {
    const meaning = await services.stet.articles.resolve({ slug: params.slug ?? '' })
    if (meaning.kind !== 'moved') return handler(exchange, params)
    const { path, search } = exchange.target
    const below = path.slice(path.lastIndexOf('/'))
    sendRedirect(exchange, 302, articlePath(meaning.slug) + below + search)
  }
