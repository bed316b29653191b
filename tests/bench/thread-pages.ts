import type { ThreadQuestion } from '../../lib/comments/comment-view'
import { quantile } from './quantile'
import { Chance } from '../support/chance'
import type { BigThread } from './big-thread'
import { type ThreadRead, threadReads } from './thread-reads'

const SAMPLES = 200
const WARM_UP = 20

/** What one kind of address of the big thread costs, asked one after the other over a kept connection. */
export interface PageTimes {
  readonly name: string
  /** Milliseconds, of the whole page and of the fragment that an island asks for. */
  readonly page: Times
  readonly fragment: Times
}

interface Times {
  /** What the server took, by its own account (`Server-Timing`). */
  readonly p50: number
  readonly p95: number
  /** From the request to the last byte: with compressing, the way, and this process, which has just written it all. */
  readonly whole: number
  /** Of the largest answer, uncompressed. */
  readonly kilobytes: number
  /** p50 as a multiple of the line it is to be like; null for those lines. */
  readonly ratio: number | null
}

const query = ({ sort, after, branch }: ThreadQuestion): string => {
  const given = Object.entries({ sort, after, branch }).filter(([, value]) => typeof value === 'string')
  return given.length === 0 ? '' : `?${new URLSearchParams(given as [string, string][]).toString()}`
}

const timeOf = async (url: string): Promise<{ server: number; whole: number; bytes: number }> => {
  const from = performance.now()
  const answer = await fetch(url, { redirect: 'manual' })
  const bytes = (await answer.arrayBuffer()).byteLength
  const whole = performance.now() - from
  const server = Number(/\brender;dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '')?.[1])
  if (answer.status !== 200 || Number.isNaN(server)) throw new Error(`${url}: ${answer.status}`)
  return { server, whole, bytes }
}

const isPage = (asked: ReturnType<ThreadRead['ask']>): asked is ThreadQuestion => !('commentId' in asked)

const sample = async (
  { like, ask }: ThreadRead,
  address: (asked: ThreadQuestion) => string,
  others: ReadonlyMap<string, Times>,
): Promise<Times> => {
  const chance = new Chance(11)
  const [times, wholes]: [number[], number[]] = [[], []]
  let most = 0
  for (let n = 0; n < WARM_UP + SAMPLES; n += 1) {
    const asked = ask(chance)
    if (!isPage(asked)) throw new Error('Not a page.')
    const { server, whole, bytes } = await timeOf(address(asked))
    most = Math.max(most, bytes)
    if (n < WARM_UP) continue
    times.push(server)
    wholes.push(whole)
  }
  const p50 = quantile(times, 0.5)
  const other = like === null ? undefined : others.get(like)
  return {
    p50,
    p95: quantile(times, 0.95),
    whole: quantile(wholes, 0.95),
    kilobytes: most / 1_000,
    ratio: other ? p50 / other.p50 : null,
  }
}

/** Each kind of page of the big thread from a running server, none kept in between. */
export const measureThreadPages = async (
  origin: string,
  thread: BigThread,
): Promise<readonly PageTimes[]> => {
  const reads = threadReads(thread).filter(({ ask }) => isPage(ask(new Chance(1))))
  const path = `${origin}/articles/${thread.slug}`
  const pages = new Map<string, Times>()
  const fragments = new Map<string, Times>()
  for (const read of reads) {
    pages.set(read.name, await sample(read, (asked) => path + query(asked), pages))
    fragments.set(read.name, await sample(read, (asked) => `${path}/thread${query(asked)}`, fragments))
  }
  return reads.flatMap(({ name }) => {
    const [page, fragment] = [pages.get(name), fragments.get(name)]
    return page && fragment ? [{ name, page, fragment }] : []
  })
}
