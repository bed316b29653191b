import type { EffectBus, EffectListener } from '../outbox/effect-bus'
import type { Neighbours } from '../realtime/neighbours'

/** How instances talk to each other: what happened, and who is there. */
export interface InstanceBus extends EffectBus, Neighbours {
  close(): Promise<void>
}

/**
 * One process, one set of listeners, no neighbours. A listener that throws is the publisher's failure: the outbox
 * tries again.
 */
export const inProcessBus = (): InstanceBus => {
  const listeners = new Set<EffectListener>()
  return {
    publish: async (effect) => {
      for (const listener of listeners) listener(effect)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onBreak: () => () => {},
    onGap: () => () => {},
    tell: () => {},
    hear: () => () => {},
    close: async () => {},
  }
}
