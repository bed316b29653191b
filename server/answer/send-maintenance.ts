import { readActor } from '../../lib/auth/read-actor'
import { isStaff } from '../../lib/kernel/actor'
import { type Exchange, wantsHtml } from '../exchange'
import { PressedPage } from '../press/pressed-page'
import type { Services } from '../services'
import { refuse } from './plain-page'
import { readerPage } from './reader-page'
import { CLOSED, CLOSED_TO_POSTS } from './refusals'
import { securityHeaders } from './security-headers'
import { sendCoded } from './send-coded'

/** Whether this visitor is asked to come back later: everybody is but the staff, who must see what they work on. */
export const isAskedBack = async (services: Services, { req }: Exchange): Promise<boolean> => {
  const { maintenance } = services
  if (maintenance.isOver || !(await maintenance.isOn())) return false
  return !isStaff((await readActor(services, req.headers.cookie ?? null)).actor)
}

/** The page that asks, with the owner's words; programs get a problem document. Whoever sent something is told that it was not kept. Made once, as long as the settings stand. */
export const sendMaintenance = async (services: Services, exchange: Exchange): Promise<void> => {
  const { req, res, method } = exchange
  const isRead = method === 'GET' || method === 'HEAD'
  if (!wantsHtml(exchange)) return refuse(exchange, isRead ? CLOSED : CLOSED_TO_POSTS)
  const name = isRead ? 'closed' : 'closed?sent=1'
  const { result } = await services.press.page<never>(name, async () => {
    const page = await readerPage(services, { path: `/internal/${name}` })
    const [again, seconds] = Object.entries(CLOSED.headers ?? {})[0] ?? ['', '']
    const headers = [...securityHeaders(services.env), 'cache-control', 'no-store', again, seconds]
    return { value: new PressedPage({ ...page, status: CLOSED.status }, headers), depends: [], keep: true }
  })
  sendCoded(req, res, await result.value.made(req.headers['accept-encoding']))
}
