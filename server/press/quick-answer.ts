import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Press } from '../../lib/press/press'
import { sendCoded } from '../answer/send-coded'
import type { PressedPage } from './pressed-page'

/**
 * The short road for a page that is kept: before the request is understood, one look by its address as it came. Only
 * addresses in their one spelling are kept, so that nothing else can be found; everything else goes the long road.
 * True when it was answered.
 */
export const quickAnswer =
  (press: Press<PressedPage>) =>
  (req: IncomingMessage, res: ServerResponse): boolean => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false
    const coded = press.find(req.url ?? '')?.ready(req.headers['accept-encoding'])
    if (!coded) return false
    sendCoded(req, res, coded)
    return true
  }
