import type { Exchange } from '../exchange'
import { wantsHtml } from '../exchange'
import type { Services } from '../services'
import { refuse } from './plain-page'
import { BROKEN, MAINTENANCE } from './refusals'
import { sendPage } from './send-page'

/**
 * The page prepared at the start, or a bare one when even that could not be made. While the database does not answer
 * it is no error of the page that was asked for: 503, try again.
 */
export const sendBroken = async (
  services: Pick<Services, 'isReady' | 'brokenPage' | 'maintenancePage'>,
  exchange: Exchange,
): Promise<void> => {
  const { res } = exchange
  if (res.headersSent) return void res.destroy()
  const [prepared, problem] = (await services.isReady())
    ? [services.brokenPage(), BROKEN]
    : [services.maintenancePage(), MAINTENANCE]
  if (!prepared || !wantsHtml(exchange)) return refuse(exchange, problem)
  for (const [name, value] of Object.entries(problem.headers ?? {})) res.setHeader(name, value)
  await sendPage(exchange, { ...prepared, status: problem.status }, 'private')
}
