import { lookup as systemLookup } from 'node:dns'
import { type LookupFunction, isIP } from 'node:net'
import { Agent, type Dispatcher, request } from 'undici'
import { SECOND } from '../kernel/clock'
import type { Outbound, OutboundAnswer, OutboundRequest } from '../kernel/outbound'
import { isPublicAddress } from './public-address'

const PATIENCE_MS = 5 * SECOND
const MOST_BYTES = 5 * 1024 * 1024
const HOPS = 3
const SAME_AGAIN: ReadonlySet<number> = new Set([307, 308])
const ELSEWHERE: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
/** What is told to one server is not told to the next. */
const CONFIDENTIAL: ReadonlySet<string> = new Set(['authorization', 'cookie'])

class Refused extends Error {}

/** Resolves a name and hands on its addresses only if each of them is public: what was judged is what is connected to. */
const publicLookup =
  (lookup: LookupFunction): LookupFunction =>
  (name, options, done) =>
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '')
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }]
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return done(new Refused(`${name} is an address of a private network.`), '')
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** Host and port as the operator writes them in OUTBOUND_ALLOW. */
const placeOf = (url: URL): string => `${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`

const headersOf = (given: Dispatcher.ResponseData['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]))

const textOf = async (body: Dispatcher.ResponseData['body']): Promise<string> => {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of body) {
    const chunk = Buffer.from(part)
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw new Error('The answer is longer than 5 MB.')
    parts.push(chunk)
  }
  return Buffer.concat(parts).toString('utf8')
}

const parse = (address: string): URL => {
  if (!URL.canParse(address)) throw new Refused('This is not an address.')
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol)) throw new Refused('Only http and https addresses are called.')
  if (url.username || url.password) throw new Refused('An address with a name in front of @ is not called.')
  return url
}

interface Setting {
  /** Hosts with their ports (`127.0.0.1:8080`) that may be called although they are private. */
  readonly allowed: readonly string[]
  readonly lookup?: LookupFunction
  readonly patienceMs?: number
}

/** The way out, by undici. Connections to private places are kept apart: none is ever used for a public address. */
export const undiciOutbound = ({
  allowed,
  lookup = systemLookup,
  patienceMs = PATIENCE_MS,
}: Setting): Outbound => {
  const outside = new Agent({ connect: { lookup: publicLookup(lookup), timeout: patienceMs } })
  const inside = new Agent({ connect: { lookup, timeout: patienceMs } })
  const places = new Set(allowed.map((place) => place.toLowerCase()))

  const dispatcherFor = (url: URL, first: URL): Agent => {
    // A server elsewhere may not send us to a place that only we may name.
    if (places.has(placeOf(url)) && url.origin === first.origin) return inside
    // A literal address is connected to without asking anybody for it.
    const host = hostOf(url)
    if (isIP(host) && !isPublicAddress(host)) throw new Refused(`${host} is an address of a private network.`)
    return outside
  }

  const send = async (asked: OutboundRequest): Promise<OutboundAnswer> => {
    const { method, body } = asked
    const signal = AbortSignal.timeout(patienceMs)
    const first = parse(asked.url)
    let url = first
    for (let hop = 0; hop <= HOPS; hop++) {
      const own = url.origin === first.origin
      const headers = Object.entries(asked.headers ?? {}).filter(
        ([name]) => own || !CONFIDENTIAL.has(name.toLowerCase()),
      )
      const answer = await request(url, {
        ...{ method, body, signal, dispatcher: dispatcherFor(url, first) },
        headers: { 'user-agent': 'Stet', 'accept-encoding': 'identity', ...Object.fromEntries(headers) },
      })
      const { statusCode: status } = answer
      const { location } = headersOf(answer.headers)
      const follows = location && ELSEWHERE.has(status) && (method === 'GET' || SAME_AGAIN.has(status))
      if (!follows) {
        return {
          kind: 'answered',
          status,
          headers: headersOf(answer.headers),
          text: await textOf(answer.body),
        }
      }
      await answer.body.dump()
      url = parse(URL.canParse(location, url) ? new URL(location, url).href : location)
    }
    return { kind: 'failed', why: 'The server sends us from one address to the next.' }
  }

  return {
    send: async (asked) => {
      try {
        return await send(asked)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        return { kind: error instanceof Refused ? 'refused' : 'failed', why }
      }
    },
  }
}
