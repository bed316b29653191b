import type { EffectBus, EffectListener } from '../outbox/effect-bus'

/** One process, one set of listeners. A listener that throws is the publisher's failure: the outbox tries again. */
export const inProcessBus = (): EffectBus => {
  const listeners = new Set<EffectListener>()
  return {
    publish: (effect) => {
      for (const listener of listeners) listener(effect)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
