import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from '../../lib/env'
import type { Ids } from '../../lib/kernel/ids'
import type { Exchange } from '../exchange'
import { clientAddress } from './client-address'
import { NO_QUERY, type TargetProblem, parseTarget } from './parse-target'

interface Facts {
  readonly env: Pick<Env, 'trustedProxyCount'>
  readonly ids: Pick<Ids, 'random'>
}

/** A request that names no address of ours can still be answered, at the root. */
const NOWHERE = {
  path: '/',
  segments: [],
  trailingSlash: false,
  query: NO_QUERY,
  search: '',
} as const

/** Finds out what the server says about a request; nothing of it is taken from `x-stet-*`. */
export const openExchange = (
  { env, ids }: Facts,
  req: IncomingMessage,
  res: ServerResponse,
): { readonly exchange: Exchange; readonly problem: TargetProblem | null } => {
  const target = parseTarget(req.url ?? '')
  const forwardedFor = req.headers['x-forwarded-for']
  const client = {
    addressBlock: clientAddress(
      req.socket.remoteAddress,
      typeof forwardedFor === 'string' ? forwardedFor : undefined,
      env.trustedProxyCount,
    ),
    userAgent: (req.headers['user-agent'] ?? '').slice(0, 300),
    requestId: ids.random(),
  }
  const problem = typeof target === 'string' ? target : null
  return {
    exchange: {
      req,
      res,
      method: req.method ?? 'GET',
      client,
      target: typeof target === 'string' ? NOWHERE : target,
    },
    problem,
  }
}
