import type { Socket } from 'node:net'
import { readActor } from '../../lib/auth/read-actor'
import { errorTable } from '../../lib/http/error-table'
import type { Actor, SignedIn } from '../../lib/kernel/actor'
import { can } from '../../lib/policy/policy'
import type { DeskReader } from '../../lib/realtime/desk/desk-hub'
import { refuse } from '../answer/plain-page'
import { TOO_MANY_STREAMS } from '../answer/refusals'
import type { Exchange, Handler } from '../exchange'
import type { Services } from '../services'
import { LiveStream } from './live-stream'
import { STREAM_HEADERS, beginStream, retryAfter } from './open-stream'

/** About one moderator's colleagues: nobody on the way keeps it. */
const HEADERS = { ...STREAM_HEADERS, 'cache-control': 'private, no-store, no-transform' }

type House = Pick<Services, 'live' | 'stet' | 'env'>

const mayHear = (actor: Actor): actor is SignedIn => actor.kind === 'user' && can(actor, 'open.desk')

const reject = (exchange: Exchange, actor: Actor): Promise<void> | void => {
  const code = actor.kind === 'user' ? 'forbidden' : 'unauthenticated'
  return refuse(exchange, {
    ...errorTable[code],
    detail: 'The desk is open to moderators only.',
    extra: { code },
  })
}

/** When the page that asks was made (milliseconds). */
const madeAt = ({ target }: Exchange): number => {
  const typed = target.query.get('since') ?? ''
  return /^\d{13}$/.test(typed) ? Number(typed) : 0
}

const open = (house: House, socket: Socket, actor: SignedIn, cookie: string | null): DeskReader => {
  const { live, stet } = house
  const stream = new LiveStream(stet.ports.ids.random(), socket)
  const reader: DeskReader = Object.assign(stream, {
    who: { userId: actor.userId, name: actor.name },
    stillMay: async () => mayHear((await readActor(house, cookie)).actor),
  })
  socket.once('close', () => {
    live.deskSlots.giveBack(actor.userId)
    live.desk.leave(reader)
  })
  return reader
}

/** `GET /desk/live?since=<ms>`: text/event-stream for moderators, until they leave or may not see it any more. */
export const openDeskStream =
  (house: House): Handler =>
  async (exchange) => {
    const { req, res, method } = exchange
    const cookie = req.headers.cookie ?? null
    const { actor } = await readActor(house, cookie)
    if (!mayHear(actor)) return reject(exchange, actor)
    if (method === 'HEAD') {
      res.writeHead(200, HEADERS)
      return void res.end()
    }
    const { socket } = res
    if (!socket) return refuse(exchange, TOO_MANY_STREAMS)
    if (socket.destroyed) return
    if (!house.live.deskSlots.take(actor.userId)) return refuse(exchange, TOO_MANY_STREAMS)
    beginStream(res, HEADERS)
    const reader = open(house, socket, actor, cookie)
    socket.write(`retry: ${retryAfter()}\n\n`)
    await house.live.desk.join(reader, madeAt(exchange))
  }
