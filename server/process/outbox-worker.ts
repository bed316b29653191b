import { HOUR, type Instant } from '../../lib/kernel/clock'
import type { Log } from '../../lib/kernel/log'

interface Outbox {
  /** Carries out what is due. */
  drain(): Promise<unknown>
  /** Forgets what was carried out long ago. */
  prune(): Promise<unknown>
}

/** Carries out what waits in the outbox, for as long as the process runs. */
export interface Worker {
  /** Resolves when the round that is under way has ended. */
  stop(): Promise<void>
}

const PRUNE_EVERY = HOUR
/** How often (ms) another process is looked for: a few microseconds each time. */
const LOOK_MS = 25

/** Calls `onChange` when the version is another one. A database that cannot say so is found out by the next round. */
const watch = (versionOf: () => number, onChange: () => void): NodeJS.Timeout => {
  let seen: number | null = null
  const look = (): void => {
    try {
      const version = versionOf()
      if (seen !== null && version !== seen) onChange()
      seen = version
    } catch {
      seen = null
    }
  }
  look()
  return setInterval(look, LOOK_MS).unref()
}

/**
 * Carries out effects as long as the server runs: a round every `everyMs`, so that what a command beside us wrote is
 * seen as soon as what we wrote ourselves. A round that finds nothing writes nothing. One that fails is logged; the
 * effects stay where they are.
 */
export const startOutboxWorker = (
  outbox: Outbox,
  {
    everyMs,
    log,
    now,
    foreignVersion = () => 0,
    onTrouble = () => {},
    what = 'The outbox',
  }: {
    readonly everyMs: number
    readonly log: Log
    readonly now: () => Instant
    /** Another value whenever another process has written something: then nobody waits for the next round. */
    readonly foreignVersion?: () => number
    /** Called when rounds begin to fail, and when one has succeeded again. */
    readonly onTrouble?: (isFailing: boolean) => void
    /** In the log. */
    readonly what?: string
  },
): Worker => {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let prunedAt = Number.NEGATIVE_INFINITY
  let failing = false
  let isRunning = false
  let isWanted = false

  const round = async (): Promise<void> => {
    try {
      await outbox.drain()
      if (now() - prunedAt > PRUNE_EVERY) {
        prunedAt = now()
        await outbox.prune()
      }
      if (failing) onTrouble(false)
      failing = false
    } catch (error) {
      // Once, not four times a second, while a database is away.
      if (!failing) {
        log.error({ error: String(error) }, `${what} could not be worked on; it goes on trying`)
        onTrouble(true)
      }
      failing = true
    }
    isRunning = false
    if (!stopped) timer = setTimeout(next, isWanted ? 0 : everyMs)
  }
  let current = Promise.resolve()
  const next = (): void => {
    isRunning = true
    isWanted = false
    current = round()
  }
  next()
  const look = watch(foreignVersion, () => {
    isWanted = true
    if (isRunning || stopped) return
    clearTimeout(timer)
    next()
  })
  return {
    stop: async () => {
      stopped = true
      clearInterval(look)
      clearTimeout(timer)
      await current
    },
  }
}
