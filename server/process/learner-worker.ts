import type { Stet } from '../../lib/compose'
import { MINUTE } from '../../lib/kernel/clock'
import type { Log } from '../../lib/kernel/log'
import type { EffectBus } from '../../lib/outbox/effect-bus'
import type { Worker } from './outbox-worker'

/** Decisions come in bursts: they are learned together. */
const PAUSE_MS = 250

/**
 * Teaches the learner what was decided, here or on another instance. It reads the log: whatever goes unheard is learned
 * by the next round, at the latest a minute later, or at the next start.
 */
export const startLearner = ({ moderation }: Stet, bus: EffectBus, log: Log): Worker => {
  let timer: NodeJS.Timeout | undefined
  let current = Promise.resolve()
  const learn = (): void => {
    timer = undefined
    current = moderation.learn().catch((error: unknown) => {
      log.warn({ error: String(error) }, 'The learner could not read the decisions; it tries again')
    })
  }
  const soon = (): void => {
    timer ??= setTimeout(learn, PAUSE_MS)
  }
  const unsubscribe = bus.subscribe(({ kind }) => {
    if (kind.startsWith('comment.') && kind !== 'comment.submitted') soon()
  })
  const again = setInterval(soon, MINUTE).unref()
  learn()
  return {
    stop: async () => {
      unsubscribe()
      clearInterval(again)
      clearTimeout(timer)
      await current
    },
  }
}
