import type { Env } from '../../lib/env'
import { SECOND } from '../../lib/kernel/clock'
import type { Effect } from '../../lib/kernel/effect'
import type { Log } from '../../lib/kernel/log'
import type { EffectBus } from '../../lib/outbox/effect-bus'
import { drainOutbox } from '../../lib/outbox/run-outbox'
import type { House } from './open-house'
import { type Worker, startOutboxWorker } from './outbox-worker'

/** News for elsewhere may be a second late. */
const EVERY_MS = SECOND

/**
 * Tells hub and search engines of changes, each as an effect of its own, tried again as long as it makes sense. In a
 * line of its own: one who does not answer takes five seconds each time, and what is taken off a page cannot wait.
 */
export const startAnnouncer = (
  { log, env }: { readonly log: Log; readonly env: Pick<Env, 'publicOrigin'> },
  { stet, outboxStore }: Pick<House, 'stet' | 'outboxStore'>,
  bus: EffectBus,
): Worker => {
  const { clock } = stet.ports
  const once = async (effect: Effect): Promise<void> => {
    if (effect.kind !== 'article.told') return
    const why = await stet.feeds.announce(effect, env.publicOrigin)
    if (why !== null) log.warn({ to: effect.to, why }, 'Nobody takes news of changes there: see the settings')
  }
  const deps = { outboxStore, bus, clock, log, once }
  let stopping = false
  const worker = startOutboxWorker(
    { drain: () => drainOutbox(deps, 'elsewhere', () => !stopping), prune: async () => {} },
    { everyMs: EVERY_MS, log, now: () => clock.now(), what: 'News for elsewhere' },
  )
  return {
    stop: () => {
      stopping = true
      return worker.stop()
    },
  }
}
