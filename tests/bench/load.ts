import autocannon, { type Request, type Result } from 'autocannon'

/** As long as nothing else is said. */
const CONNECTIONS = 16
const WARM_UP_S = 1

export interface Measured {
  readonly perSecond: number
  /** Milliseconds; null where single operations are too short to time. */
  readonly p50: number | null
  readonly p99: number | null
  /** Operations carried out while measuring, warm-up included. */
  readonly operations: number
}

/** A number that hides refusals is worth nothing. */
const refuseOthers = (result: Result, status: number, url: string): void => {
  const others = Object.entries(result.statusCodeStats).filter(([code]) => code !== String(status))
  const failures = result.errors + result.timeouts
  if (failures > 0 || others.length > 0) {
    throw new Error(`${url}: ${failures} failures, other answers than ${status}: ${JSON.stringify(others)}`)
  }
}

export interface Load {
  readonly url: string
  /** What a good answer has. */
  readonly status: number
  readonly request?: Request
  readonly connections?: number
  /** Seconds to measure. */
  readonly seconds: number
}

/** Connections kept alive, one request after the other on each; every answer must have the status. */
export const load = async ({
  url,
  status,
  request = {},
  connections = CONNECTIONS,
  seconds,
}: Load): Promise<Measured> => {
  const shot = async (duration: number): Promise<Result> => {
    const result = await autocannon({ url, connections, duration, requests: [request] })
    refuseOthers(result, status, url)
    return result
  }
  const warm = await shot(WARM_UP_S)
  const { requests, latency, duration } = await shot(seconds)
  return {
    perSecond: requests.total / duration,
    p50: latency.p50,
    p99: latency.p99,
    operations: warm.requests.total + requests.total,
  }
}
