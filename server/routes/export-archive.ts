import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { readActor } from '../../lib/auth/read-actor'
import { errorTable } from '../../lib/http/error-table'
import { refuse } from '../answer/plain-page'
import { sendRedirect } from '../answer/send-redirect'
import { tar } from '../answer/tar'
import { type Handler, wantsHtml } from '../exchange'
import type { Services } from '../services'

/**
 * Everything, as one archive that is made while it is sent: no more of it is in memory than one file. What breaks off
 * ends without the end of its compression, so that nobody takes half of it for the whole.
 */
export const exportArchive =
  (services: Services): Handler =>
  async (exchange) => {
    const { req, res, method, target, client } = exchange
    const { stet } = services
    const { actor } = await readActor(services, req.headers.cookie ?? null)
    const allowed = await stet.transfer.mayFetchExport(actor)
    if (!allowed.ok) {
      const { code, message } = allowed.error
      if (code === 'unauthenticated' && wantsHtml(exchange))
        return sendRedirect(exchange, 302, '/login?next=%2Fsettings%2Fdanger')
      return refuse(exchange, { ...errorTable[code], detail: message })
    }
    const now = stet.ports.clock.now()
    const day = new Date(now).toISOString().slice(0, 10)
    res.writeHead(200, {
      'content-type': 'application/gzip',
      'content-disposition': `attachment; filename="stet-export-${day}.tar.gz"`,
      'cache-control': 'private, no-store',
    })
    if (method === 'HEAD') return void res.end()
    const archive = tar(stet.transfer.export(actor), Math.floor(now / 1000))
    try {
      await pipeline(Readable.from(archive, { objectMode: false }), createGzip(), res)
    } catch (error) {
      if (!res.destroyed) res.destroy()
      services.report(error, { method, path: target.path, requestId: client.requestId })
    }
  }
