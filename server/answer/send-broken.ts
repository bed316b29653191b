import type { Exchange } from '../exchange'
import { wantsHtml } from '../exchange'
import type { Services } from '../services'
import { refuse } from './plain-page'
import { BROKEN } from './refusals'
import { sendPage } from './send-page'

/** The page prepared at the start, or a bare one when even that could not be made. */
export const sendBroken = async (
  services: Pick<Services, 'brokenPage'>,
  exchange: Exchange,
): Promise<void> => {
  if (exchange.res.headersSent) return void exchange.res.destroy()
  const prepared = services.brokenPage()
  if (!prepared || !wantsHtml(exchange)) return refuse(exchange, BROKEN)
  await sendPage(exchange, { ...prepared, status: BROKEN.status }, 'private')
}
