import { type RequestListener, type Server, createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Env } from '../../lib/env'
import { Refusal } from './refusal'

const STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What is no HTTP gets the shortest answer there is. */
const answerNonsense = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const status = STATUS[error.code ?? ''] ?? '400 Bad Request'
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\nContent-Length: 0\r\n\r\n`,
  )
}

/** Slow visitors hold a connection no longer than this (ms); longer idle than the usual proxy's keep-alive. */
export const makeHttpServer = (listener: RequestListener): Server => {
  const server = createServer(
    {
      headersTimeout: 15_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 5_000,
    },
    listener,
  )
  server.on('clientError', answerNonsense)
  return server
}

/** Resolves once the port is ours. A port that is taken or not allowed is a Refusal in plain words. */
export const listen = (server: Server, { host, port }: Pick<Env, 'host' | 'port'>): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(
          new Refusal(
            `Port ${port} is used by another program. Stop it, or choose another port: PORT=${port === 65_535 ? 3000 : port + 1}.`,
          ),
        )
      } else if (error.code === 'EACCES') {
        reject(
          new Refusal(
            `This user may not listen on port ${port}. Choose one above 1023, for example PORT=3000.`,
          ),
        )
      } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
        reject(
          new Refusal(
            `HOST=${host} is no address of this machine. Use 127.0.0.1, 0.0.0.0 or one of its own.`,
          ),
        )
      } else reject(error)
    })
    server.listen(port, host, resolve)
  })
