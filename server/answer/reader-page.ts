import { hasPlayer } from '../../lib/articles/document/has-player'
import { ADDRESS_HEADER, PATH_HEADER, REQUEST_ID_HEADER } from '../../lib/http/client-facts'
import type { ClientFacts } from '../../lib/kernel/client-facts'
import { withoutQuery } from '../../lib/http/without-query'
import { type FinishedPage, finishPage } from '../../lib/press/finished-page'
import { stripScripts } from '../../lib/press/strip-scripts'
import { readAnswer } from '../next/ask-next'
import type { Services } from '../services'
import { playerPolicy } from './security-headers'

/** Next holds metadata back for agents that cannot run scripts (htmlLimitedBots): that is what we are. */
const AGENT = 'stet'

/** Which page, for whom. Without a visitor the page is for everybody: no cookie, no address, nothing to vary by. */
export interface ReaderQuestion {
  /** Path and query. */
  readonly path: string
  readonly visitor?: {
    readonly client: ClientFacts
    /** Path and query as they asked. */
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
  }
}

/** A page that Next could not render; the visitor gets the prepared one. */
class RenderError extends Error {
  override readonly name = 'RenderError'
}

const headersOf = ({ env }: Pick<Services, 'env'>, { visitor }: ReaderQuestion): Record<string, string> => ({
  ...visitor?.headers,
  ...(visitor
    ? {
        [REQUEST_ID_HEADER]: visitor.client.requestId,
        [ADDRESS_HEADER]: visitor.client.addressBlock,
        [PATH_HEADER]: visitor.path,
      }
    : {}),
  host: new URL(env.publicOrigin).host,
  'user-agent': AGENT,
})

/** Renders a page of the reader's side and takes the framework out of it. Nothing Next sets as a header survives. */
export const readerPage = async (
  services: Pick<Services, 'env' | 'askNext' | 'threadSlots' | 'styles'>,
  question: ReaderQuestion,
): Promise<FinishedPage> => {
  const { path } = question
  const answer = await services.askNext({ method: 'GET', path, headers: headersOf(services, question) })
  const body = await readAnswer(answer)
  if (answer.status >= 500 || (answer.status >= 300 && answer.status < 400)) {
    throw new RenderError(`Next answered ${answer.status} for ${withoutQuery(path)}`)
  }
  const type = answer.headers['content-type'] ?? 'application/octet-stream'
  if (!type.startsWith('text/html')) return finishPage(answer.status, type, body)
  const html = body.toString('utf8')
  // Hot reload needs the framework's scripts.
  const bare = services.env.mode === 'development' ? html : stripScripts(html)
  const page = await services.styles.dress(bare)
  const headers = hasPlayer(page) ? { 'content-security-policy': playerPolicy(services.env) } : undefined
  return finishPage(answer.status, type, Buffer.from(services.threadSlots.fill(page)), headers)
}
