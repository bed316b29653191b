import type { Exchange, Handler } from '../exchange'
import type { Services } from '../services'

const say = ({ res }: Exchange, status: number, text: string): void => {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  res.end(`${text}\n`)
}

/** The process answers. */
export const alive: Handler = async (exchange) => say(exchange, 200, 'ok')

/** The database answers, with the schema this build knows. */
export const ready =
  ({ isReady }: Pick<Services, 'isReady'>): Handler =>
  async (exchange) =>
    (await isReady()) ? say(exchange, 200, 'ready') : say(exchange, 503, 'not ready')
