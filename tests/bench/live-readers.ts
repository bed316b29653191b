// 5,000 open pages on one thread: what each weighs, and how soon all of them know of a comment that was let stand.
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { queueEffects } from '../../lib/db/outbox-rows'
import type { House } from '../../server/process/open-house'
import { aComment } from '../support/builders/a-comment'
import { aDecision } from '../support/builders/a-decision'
import { aPiece } from '../support/builders/a-piece'
import type { RunningServer } from '../support/start-server'
import { quantile } from './quantile'
import { residentBytes } from './resident-bytes'

const say = (text: string): void => void process.stderr.write(`${text}\n`)

const READERS = 5_000
const EVENTS = 40
const SLOW = 5
/** Enough to fill what Linux buffers for a connection (at most 4.4 MB, net.ipv4.tcp_wmem), and 64 KiB more. */
const FLOOD = 45_000

export interface LiveMeasured {
  readonly readers: number
  /** Bytes of resident memory for each stream; null where /proc is missing. */
  readonly bytesEach: number | null
  /** Milliseconds from the call that approves to a reader's receipt, over all readers and events. */
  readonly receipt: Percentiles
  /** The same to the last reader's receipt, over the events. */
  readonly last: Percentiles
  /** Time from the first receipt of an event to the last (ms): the fan-out alone. */
  readonly fanOut: Percentiles
  readonly events: number
  /** Readers who stopped reading, and how many of them were cut. */
  readonly slow: { readonly readers: number; readonly cut: number }
}

interface Percentiles {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

const percentiles = (values: readonly number[]): Percentiles => {
  return { p50: quantile(values, 0.5), p99: quantile(values, 0.99), max: quantile(values, 1) }
}

type Said =
  | { kind: 'open' | 'closed' }
  | { kind: 'all'; id: string; times: number[] }
  | { kind: 'woken'; cut: number }
  | { kind: 'failed'; error: string }

/** The readers' process, and what it says. */
const client = () => {
  const child: ChildProcess = fork(join(import.meta.dirname, 'live-client.mjs'), { execArgv: [] })
  const said: Said[] = []
  const heard = new Set<() => void>()
  child.on('message', (message: Said) => {
    said.push(message)
    for (const look of [...heard]) look()
  })
  const until = <S extends Said>(accepts: (message: Said) => message is S): Promise<S> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const failed = said.find((message) => message.kind === 'failed')
        const index = said.findIndex(accepts)
        if (!failed && index < 0) return
        heard.delete(look)
        if (failed) return reject(new Error(failed.error))
        resolve(said.splice(index, 1)[0] as S)
      }
      heard.add(look)
      look()
    })
  return {
    open: async (order: { port: number; path: string; readers: number; slow: boolean }): Promise<void> => {
      child.send({ kind: 'open', ...order })
      await until((message): message is Said => message.kind === 'open')
    },
    all: (id: string) =>
      until(
        (message): message is Extract<Said, { kind: 'all' }> => message.kind === 'all' && message.id === id,
      ),
    wake: async (id: string): Promise<number> => {
      child.send({ kind: 'wake', id })
      return (await until((message): message is Extract<Said, { kind: 'woken' }> => message.kind === 'woken'))
        .cut
    },
    leave: async (): Promise<void> => {
      child.send({ kind: 'close' })
      await until((message): message is Said => message.kind === 'closed')
    },
    stop: () => child.kill(),
  }
}

/** After a full collection, which the server makes when it is told to: garbage is nobody's stream. */
const settled = async (pid: number): Promise<number | null> => {
  for (let round = 0; round < 3; round += 1) {
    process.kill(pid, 'SIGUSR2')
    await pause(1_000)
  }
  return residentBytes(pid)
}

/** For the environment of the server that is measured. */
export const COLLECT_ON_SIGNAL = {
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'collect-on-signal.mjs')).href}`,
}

const clock = (): number => performance.timeOrigin + performance.now()

type Client = ReturnType<typeof client>

/** One comment after the other is let stand, by another process than the server's. */
const approveMany = async (readers: Client, { stet }: House, slug: string) => {
  const receipts: number[] = []
  const [last, fanOut]: [number[], number[]] = [[], []]
  for (let n = 0; n < EVENTS; n += 1) {
    const { commentId } = await aComment(stet, { under: slug })
    const from = clock()
    await aDecision(stet, { on: commentId, move: 'approve' })
    const times = (await readers.all(commentId)).times.map((time) => time - from)
    receipts.push(...times)
    const latest = times.reduce((a, b) => Math.max(a, b))
    last.push(latest)
    fanOut.push(latest - times.reduce((a, b) => Math.min(a, b)))
  }
  return { receipt: percentiles(receipts), last: percentiles(last), fanOut: percentiles(fanOut) }
}

/** Sends one thread more than the kernel takes for a reader who does not read. */
const flood = async ({ stet, database }: House, articleId: string, commentId: string): Promise<void> => {
  const { ids, clock: time } = stet.ports
  for (let done = 0; done < FLOOD; done += 1_000) {
    const effects = Array.from({ length: 1_000 }, () => ({
      key: `flood:${ids.random()}`,
      effect: { kind: 'comment.changed', commentId, articleId, sight: 'appeared' } as const,
    }))
    await database.transaction((tx) => queueEffects(tx, effects, ids, time.now()))
  }
}

const cutSlow = async (
  readers: Client,
  house: House,
  order: { port: number; path: string; slug: string; articleId: string },
) => {
  const { stet } = house
  const { commentId } = await aComment(stet, { under: order.slug, then: 'approve' })
  await readers.open({ ...order, readers: SLOW, slow: true })
  await readers.open({ ...order, readers: SLOW, slow: false })
  await flood(house, order.articleId, commentId)
  const after = await aComment(stet, { under: order.slug, then: 'approve' })
  // Those who read have everything.
  await readers.all(after.commentId)
  return { readers: SLOW, cut: await readers.wake(after.commentId) }
}

/** Over a running server without limits, started with COLLECT_ON_SIGNAL, and the house beside it. */
export const measureLiveReaders = async (
  server: Pick<RunningServer, 'url' | 'pid'>,
  house: House,
): Promise<LiveMeasured> => {
  const piece = await aPiece(house.stet, { title: 'Everybody reads this' })
  const order = { ...piece, port: Number(new URL(server.url).port), path: `${piece.path}/live` }
  const readers = client()
  try {
    // What the first streams cost once is not each one's.
    await readers.open({ ...order, readers: 100, slow: false })
    await readers.leave()
    say(`Opening ${READERS} streams…`)
    const before = await settled(server.pid())
    await readers.open({ ...order, readers: READERS, slow: false })
    const after = await settled(server.pid())
    say('Approving comments…')
    const told = await approveMany(readers, house, piece.slug)
    await readers.leave()
    say('Cutting slow readers…')
    const slow = await cutSlow(readers, house, order)
    const bytesEach = before === null || after === null ? null : Math.round((after - before) / READERS)
    return { readers: READERS, bytesEach, ...told, events: EVENTS, slow }
  } finally {
    readers.stop()
  }
}

const ms = ({ p50, p99, max }: Percentiles): string =>
  `p50 ${Math.round(p50)} ms, p99 ${Math.round(p99)} ms, max ${Math.round(max)} ms`

export const printLive = ({
  readers,
  bytesEach,
  receipt,
  last,
  fanOut,
  events,
  slow,
}: LiveMeasured): string =>
  [
    `${readers} live readers on one thread, ${events} comments approved beside the server`,
    `  memory each          ${bytesEach === null ? '?' : `${(bytesEach / 1_024).toFixed(1)} KiB`}`,
    `  approved to receipt  ${ms(receipt)}`,
    `  … to the last one's  ${ms(last)}`,
    `  first to last one's  ${ms(fanOut)}`,
    `  slow readers cut     ${slow.cut} of ${slow.readers}`,
  ].join('\n')
