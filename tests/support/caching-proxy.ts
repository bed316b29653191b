import { once } from 'node:events'
import { type IncomingMessage, type OutgoingHttpHeaders, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import CachePolicy from 'http-cache-semantics'

interface Kept {
  readonly policy: CachePolicy
  /** What the answer varies by, and what was asked: header → value. */
  readonly varies: ReadonlyMap<string, string>
  readonly status: number
  readonly body: Buffer
}

export interface CachingProxy {
  readonly url: string
  /** How many answers came out of the cache. */
  hits(): number
  /** Everything that is kept, as text. */
  kept(): string
  close(): Promise<void>
}

const plain = (headers: OutgoingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : String(value)]],
    ),
  )

/** The request's values of what an answer varies by. */
const variant = (vary: string, headers: Record<string, string>): ReadonlyMap<string, string> =>
  new Map(
    vary
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== '')
      .map((name) => [name, headers[name] ?? '']),
  )

/** Asks the server itself. */
const ask = async (origin: string, req: IncomingMessage, body: Buffer) => {
  const asked = request(`${origin}${req.url}`, {
    method: req.method,
    headers: { ...req.headers, host: new URL(origin).host },
    agent: false,
  })
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return { answer, bytes: Buffer.concat(await answer.toArray()) }
}

/**
 * A cache that many readers share, as a provider puts it in front: it keeps whatever the headers allow (RFC 9111, by a
 * library of another author), one answer for each address and what it varies by, and gives it to anybody.
 */
export const cachingProxy = async (origin: string): Promise<CachingProxy> => {
  const kept = new Map<string, Kept[]>()
  let hits = 0
  const server = createServer((req, res) => {
    const serve = async (): Promise<void> => {
      const body = Buffer.concat(await req.toArray())
      const seen = { url: req.url ?? '', method: req.method ?? 'GET', headers: plain(req.headers) }
      const known = kept.get(seen.url) ?? []
      // Not `satisfiesWithoutRevalidation`: it takes must-revalidate, which speaks of answers that are stale, for "never".
      const fresh = known.find(
        ({ policy, varies }) =>
          policy.timeToLive() > 0 &&
          seen.method === 'GET' &&
          [...varies].every(([name, value]) => (seen.headers[name] ?? '') === value),
      )
      if (fresh) {
        hits += 1
        res.writeHead(fresh.status, fresh.policy.responseHeaders() as OutgoingHttpHeaders)
        res.end(req.method === 'HEAD' ? undefined : fresh.body)
        return
      }
      const { answer, bytes } = await ask(origin, req, body)
      const status = answer.statusCode ?? 0
      const policy = new CachePolicy(seen, { status, headers: plain(answer.headers) }, { shared: true })
      if (policy.storable() && policy.timeToLive() > 0 && req.method === 'GET') {
        const varies = variant(String(answer.headers.vary ?? ''), seen.headers)
        kept.set(seen.url, [{ policy, varies, status, body: bytes }, ...known].slice(0, 20))
      }
      res.writeHead(status, answer.headers)
      res.end(bytes)
    }
    serve().catch(() => res.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits: () => hits,
    kept: () =>
      [...kept.values()]
        .flat()
        .map(({ body }) => body.toString('utf8'))
        .join('\n'),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
