import type { Instant } from '../../lib/kernel/clock'
import type { FinishedPage } from '../../lib/press/finished-page'
import type { How, Made } from '../../lib/press/press'
import type { Tag } from '../../lib/press/tags'
import { withHeader } from '../answer/coded'
import { securityHeaders } from '../answer/security-headers'
import { sendCoded } from '../answer/send-coded'
import { ASK_AGAIN } from '../answer/send-page'
import type { Exchange, Handler, Params } from '../exchange'
import type { Services } from '../services'
import { PressedPage } from './pressed-page'
import { type Field, type PublicAddress, publicAddress } from './public-address'

/** A page that is the same for everybody. Whatever it shows must be in `depends` (lib/press/tags.ts). */
export interface PublicPage {
  readonly page: FinishedPage
  readonly depends: readonly Tag[]
  /** When it becomes wrong by itself, beside the moments at which pieces appear. */
  readonly until?: Instant | null
  /** False for what nobody will ask again. */
  readonly keep?: boolean
}

/** The address leads elsewhere or nowhere: answered to each visitor anew. */
export type Elsewhere = (exchange: Exchange) => Promise<void>

/** Made of the address alone: no cookie, no header, no visitor. */
export type MakePage = (asked: PublicAddress, params: Params) => Promise<PublicPage | Elsewhere>

interface Kind {
  /** What of the query is part of the address. */
  readonly fields?: readonly Field[]
  /** Asked for because something has changed: no proxy may answer with what it holds (default: it may, for seconds). */
  readonly live?: boolean
}

const HIT = 'press;desc=hit'
const timing = (how: How, milliseconds: number): string =>
  `press;desc=${how}, render;dur=${milliseconds.toFixed(1)}`

/** s-maxage is for caches that many share; it makes them ask again after it, whatever they are set to (RFC 9111, 5.2.2.10). */
const cacheControl = (seconds: number): string =>
  seconds === 0 ? ASK_AGAIN : `public, max-age=0, s-maxage=${seconds}, must-revalidate`

/**
 * Every public page is served by this: from the press, or made and kept. An address that was settled to lead elsewhere
 * is settled anew each time.
 */
export const pressed = (
  services: Pick<Services, 'press' | 'env' | 'maintenance'>,
  { fields = [], live = false }: Kind,
  make: MakePage,
): Handler => {
  const { press, env } = services
  const shared = cacheControl(live ? 0 : env.sharedCacheSeconds)
  const headers = [...securityHeaders(env), 'cache-control', shared, 'server-timing', HIT]

  const madeOf = ({ page, depends, until, keep = true }: PublicPage): Made<PressedPage> => {
    const isThere = page.status === 200
    const own = isThere ? headers : headers.with(headers.indexOf(shared), ASK_AGAIN)
    return { value: new PressedPage(page, own), depends, until, keep: keep && isThere }
  }

  return async (exchange, params) => {
    const { req, res } = exchange
    const asked = publicAddress(exchange.target, fields)
    const { address } = asked
    const from = performance.now()
    const { result, how } = await press.page(address, async () => {
      const made = await make(asked, params)
      return typeof made === 'function' ? made : madeOf(made)
    })
    if (typeof result === 'function') return result(exchange)
    const coded = await result.value.made(req.headers['accept-encoding'])
    press.weigh(address)
    press.spellings.learn(req.url ?? '', address)
    // Only the staff come this far while readers are asked to come back later: nobody is to keep what they see.
    if (!services.maintenance.isOver)
      return sendCoded(req, res, withHeader(coded, 'cache-control', 'private, no-store'))
    if (how === 'hit') return sendCoded(req, res, coded)
    const timed = withHeader(coded, 'server-timing', timing(how, performance.now() - from))
    sendCoded(req, res, how === 'old' ? withHeader(timed, 'cache-control', ASK_AGAIN) : timed)
  }
}
