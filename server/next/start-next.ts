import { once } from 'node:events'
import { type IncomingMessage, type RequestListener, type ServerResponse, createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Env } from '../../lib/env'
import { REFUSED_HEADER, readRefused } from '../../lib/http/refused-header'
import type { Runtime } from '../../lib/http/runtime'
import { Scopes } from './scopes'

/** The framework, ready to be asked. */
export interface Next {
  readonly listener: RequestListener
  /** Hot reload's web socket, while developing. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): Promise<void>
}

/** Every request rendered by Next knows its scope, so that a page can set its status (lib/http/set-status.ts). */
const scoped =
  (
    scope: Runtime['scope'],
    scopes: Scopes,
    handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>,
  ): RequestListener =>
  (req, res) => {
    const setStatus = (status: number): void => {
      if (!res.headersSent) res.statusCode = status
    }
    const closed = once(res, 'close')
    const refused = readRefused(req.headers[REFUSED_HEADER])
    const work = scope.run({ setStatus, ...(refused ? { refused } : {}) }, () => handle(req, res))
    void scopes.hold(work, closed)
    // Whoever asked is told by the end of the connection, and reports it.
    work.catch(() => res.destroy())
  }

/** An address of ours that this very process can reach: Next asks itself there after an action's redirect. */
const reachable = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host)

/** Next over a private socket. Sets the mode before Next and React are first loaded, for they keep it. */
export const startNext = async (env: Env, scope: Runtime['scope'], dir: string): Promise<Next> => {
  // Next and React decide what they are when they are first loaded, so the mode must be set before (tellLibraries).
  const scopes = new Scopes()
  scopes.watch()
  const { default: next } = await import('next')
  // Without a server of its own Next would listen for upgrades on ours, in production too.
  const upgrades = createServer()
  const app = next({
    dev: env.mode === 'development',
    dir,
    hostname: reachable(env.host),
    port: env.port,
    httpServer: upgrades,
  })
  await app.prepare()
  return {
    listener: scoped(scope, scopes, app.getRequestHandler()),
    upgrade: (req, socket, head) => upgrades.emit('upgrade', req, socket, head),
    close: () => app.close(),
  }
}
