import type { Server } from 'node:http'
import type { Log } from '../../lib/kernel/log'

/** Requests under way get this long (ms) to end. */
const DRAIN_MS = 10_000

const SWEEP_MS = 50

const drained = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
    // A connection whose request ends only now would stay open for the next one.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    server.close(() => {
      clearTimeout(giveUp)
      clearInterval(sweep)
      resolve()
    })
  })

/** What must be closed after the last request, in order. */
export type Closing = () => Promise<void> | void

/** Lets no new request in, waits for the ones under way, then closes what they used. */
export const shutDown = async (server: Server, closings: readonly Closing[], log: Log): Promise<void> => {
  await drained(server)
  for (const close of closings) {
    try {
      await close()
    } catch (error) {
      log.error({ error: String(error) }, 'Something did not close as it should')
    }
  }
}

/** SIGTERM and SIGINT: end in order, once. */
export const endOnSignal = (end: () => Promise<void>): void => {
  let ending = false
  const once = (): void => {
    if (ending) return
    ending = true
    void end().then(() => process.exit(0))
  }
  process.on('SIGTERM', once)
  process.on('SIGINT', once)
}
