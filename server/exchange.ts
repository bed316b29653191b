import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Refused } from '../lib/http/form-state'
import type { ClientFacts } from '../lib/kernel/client-facts'
import type { Target } from './request/parse-target'

/** One request and its answer on their way through the server. */
export interface Exchange {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly method: string
  readonly target: Target
  readonly client: ClientFacts
  /** A form that was refused before its page was asked: the page shows it. */
  readonly refused?: Refused
}

/** Named segments of the address, decoded. */
export type Params = Readonly<Record<string, string>>

export type Handler = (exchange: Exchange, params: Params) => Promise<void>

/** Whether this visitor reads pages rather than JSON. */
export const wantsHtml = ({ req }: Pick<Exchange, 'req'>): boolean =>
  /\btext\/html\b/i.test(req.headers.accept ?? '')
