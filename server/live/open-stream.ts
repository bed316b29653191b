import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { refuse } from '../answer/plain-page'
import { NOT_FOUND, TOO_MANY_STREAMS } from '../answer/refusals'
import type { Exchange, Handler } from '../exchange'
import type { Services } from '../services'
import { LiveStream } from './live-stream'

export const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Neither kept nor rewritten nor compressed by anybody on the way, and not held back by nginx.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  // The stream ends with its connection, so that no chunks need to be made.
  connection: 'close',
} as const

/** Thousands of readers of a server that starts again do not all come back in the same moment (ms). */
export const retryAfter = (): number => 2_000 + Math.floor(Math.random() * 3_000)

/** Where a reader who comes back stands: EventSource says it by header, a new one of the same page by `?last=`. */
const lastOf = ({ req, target }: Exchange): string | null => {
  const header = req.headers['last-event-id']
  return (typeof header === 'string' && header) || target.query.get('last') || null
}

/** An event stream from here on. */
export const beginStream = (
  res: ServerResponse,
  headers: Readonly<Record<string, string>> = STREAM_HEADERS,
): void => {
  res.useChunkedEncodingByDefault = false
  res.writeHead(200, headers)
  res.flushHeaders()
}

type House = Pick<Services, 'live' | 'stet'>

/** Not a closure of the handler: it lives as long as the stream and must not keep the request. */
const open = ({ live, stet }: House, socket: Socket, articleId: string, addressBlock: string): LiveStream => {
  const stream = new LiveStream(stet.ports.ids.random(), socket)
  socket.once('close', () => {
    live.slots.giveBack(addressBlock)
    live.hub.leave(articleId, stream)
  })
  socket.write(`retry: ${retryAfter()}\n\n`)
  return stream
}

/** `GET /articles/<slug>/live`: text/event-stream until the reader leaves. */
export const openStream =
  ({ live, stet }: House): Handler =>
  async (exchange, { slug = '' }) => {
    const { res, method, client } = exchange
    const articleId = await stet.realtime.piece({ slug })
    if (articleId === null) return refuse(exchange, NOT_FOUND)
    if (method === 'HEAD') {
      res.writeHead(200, STREAM_HEADERS)
      return void res.end()
    }
    const { socket } = res
    // Sent behind another request of the same connection that is not answered yet, perhaps behind a stream, which never
    // will be: an answer makes node count what waits there, and stop reading, however many are sent.
    if (!socket) return refuse(exchange, TOO_MANY_STREAMS)
    if (socket.destroyed) return
    if (!live.slots.take(client.addressBlock)) return refuse(exchange, TOO_MANY_STREAMS)
    beginStream(res)
    const stream = open({ live, stet }, socket, articleId, client.addressBlock)
    await live.hub.join(articleId, stream, lastOf(exchange))
  }
