import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendCoded } from '../answer/send-coded'
import type { PagePress } from './page-press'

/**
 * The short road for a page that is kept: before the request is understood, one look by its address as it came. Pages
 * are kept by addresses that have been understood, so that nothing else can be found; everything else goes the long
 * road. True when it was answered.
 */
export const quickAnswer =
  (press: PagePress) =>
  (req: IncomingMessage, res: ServerResponse): boolean => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false
    const coded = press.at(req.url ?? '')?.ready(req.headers['accept-encoding'])
    if (!coded) return false
    sendCoded(req, res, coded)
    return true
  }
