import type { Stet } from '../../lib/compose'
import { type Instant, SECOND } from '../../lib/kernel/clock'
import type { Effect } from '../../lib/kernel/effect'
import type { Log } from '../../lib/kernel/log'
import { Calm } from './calm'

/** Keeps the search indexes in step with what was told. */
export interface SearchWorker {
  /** Takes note; neither waits nor throws. */
  heard(effect: Effect): void
  /** The indexes cannot be read: they are emptied and filled anew. Neither waits nor throws. */
  renew(): void
  /** Resolves when what is under way has ended. What was left is found at the next start. */
  stop(): Promise<void>
}

/** How often pieces that become public by themselves are looked for, and how long to wait after a failure. */
const LOOK_MS = 5 * SECOND
/** Changes that are carried out together. */
const TOGETHER = 100
/** Words that only moderators look for do not compete with the people who are posting them. */
const PATIENCE = { calmMs: SECOND / 2, longestMs: 10 * SECOND } as const

/**
 * Keeps the search indexes in step as long as the server runs. At the start they are held against everything, stretch
 * by stretch, and changes come in between; so nothing needs remembering over a restart, and a failure is mended by
 * doing the same again.
 */
export const startSearchWorker = (
  indexes: Pick<Stet['search'], 'keep' | 'due' | 'clear' | 'fill'>,
  { search, ports }: Pick<Stet, 'search' | 'ports'>,
  log: Log,
): SearchWorker => {
  const heard: Effect[] = []
  let isStopping = false
  let isDamaged = false
  let wake = (): void => {}
  async function* anew(): AsyncGenerator<void> {
    await indexes.clear()
    isDamaged = false
    yield* indexes.fill()
  }
  const begin = (): AsyncGenerator<void> => (isDamaged ? anew() : indexes.fill())
  let filling: AsyncGenerator<void> | null = begin()
  let lookedAt: Instant = ports.clock.now()

  const round = async (): Promise<void> => {
    while (heard.length > 0) await indexes.keep(heard.splice(0, TOGETHER))
    const now = ports.clock.now()
    if (now - lookedAt >= LOOK_MS) {
      await indexes.due(lookedAt)
      lookedAt = now
    }
    const steps = filling
    // Another round may have begun meanwhile.
    if (steps && (await steps.next()).done && steps === filling) filling = null
  }

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms).unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (heard.length > 0 || isStopping) wake()
    })

  const run = async (): Promise<void> => {
    while (!isStopping) {
      try {
        await round()
        if (!filling) await wait(LOOK_MS)
      } catch (error) {
        if (isStopping) return
        log.error(
          { error: String(error) },
          'The search indexes could not be kept; they will be looked through',
        )
        filling = begin()
        await wait(LOOK_MS)
      }
    }
  }
  const running = run()

  const take = (effects: readonly Effect[]): void => {
    for (const effect of effects) heard.push(effect)
    wake()
  }
  const calm = new Calm(take, PATIENCE)

  return {
    renew: () => {
      isDamaged = true
      filling = begin()
      wake()
    },
    heard: (effect) => (search.canWait(effect) ? calm.add(effect) : take([effect])),
    stop: async () => {
      isStopping = true
      calm.stop()
      wake()
      await running
    },
  }
}
