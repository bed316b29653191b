import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Measured } from './load'
import { quantile } from './quantile'

const CONNECTIONS = 16
const WARM_UP_S = 1
/** Made beforehand for each second: more than any server here takes. */
const PER_SECOND = 3_000
/** Made for a server that does not look at them. */
const FOR_ANY = 1_000

/** Something that is posted once. */
export interface Post {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Called when the server has accepted it. */
  readonly accepted?: () => void
}

export interface Posting {
  readonly url: string
  readonly path: string
  /** What a good answer has. */
  readonly status: number
  /** Makes another one. */
  readonly next: () => Post
  readonly seconds: number
  /** The server takes a post twice: few are made, and nobody is told. */
  readonly again?: boolean
}

interface Shot {
  /** Numbers of the posts that were accepted. */
  readonly accepted: readonly number[]
  /** Milliseconds each of them took. */
  readonly took: readonly number[]
  readonly seconds: number
}
type Said = ({ readonly ok: true } & Shot) | { readonly ok: false; readonly error: string }

const asHttp = ({ url, path }: Posting, { headers, body }: Post): string => {
  const all = { host: new URL(url).host, ...headers, 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}

const shoot = async (
  child: ChildProcess,
  seconds: number,
  { url, status, again }: Posting,
): Promise<Shot> => {
  const shot = { port: Number(new URL(url).port), status, seconds, connections: CONNECTIONS, isOnce: !again }
  child.send({ kind: 'shoot', ...shot })
  const gone = once(child, 'exit').then(() => [{ ok: false, error: 'The process of the posters ended.' }])
  const [said] = (await Promise.race([once(child, 'message'), gone])) as [Said]
  if (!said.ok) throw new Error(`${url}: ${said.error}`)
  return said
}

/**
 * Sixteen people who post, each one after the other, from a process of their own (poster-client.mjs). All they post is
 * made before the clock starts, as it would be on other machines: made meanwhile, it would be measured as the server's.
 */
export const posters = async (posting: Posting): Promise<Measured> => {
  const count = posting.again ? FOR_ANY : PER_SECOND * (WARM_UP_S + posting.seconds)
  const posts = Array.from({ length: count }, posting.next)
  const child = fork(join(import.meta.dirname, 'poster-client.mjs'), { execArgv: [] })
  try {
    child.send({ kind: 'take', requests: posts.map((post) => asHttp(posting, post)) })
    const warm = await shoot(child, WARM_UP_S, posting)
    const { accepted, took, seconds } = await shoot(child, posting.seconds, posting)
    if (!posting.again) for (const number of [...warm.accepted, ...accepted]) posts[number]?.accepted?.()
    return {
      perSecond: accepted.length / seconds,
      p50: quantile(took, 0.5),
      p99: quantile(took, 0.99),
      operations: warm.accepted.length + accepted.length,
    }
  } finally {
    child.kill()
  }
}
