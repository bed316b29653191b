import type { Effect } from '../kernel/effect'

export type EffectListener = (effect: Effect) => void

/** Tells the parts of the process what has been changed. Ids only; whoever listens reads the store. */
export interface EffectBus {
  publish(effect: Effect): void
  /** Returns how to stop listening. */
  subscribe(listener: EffectListener): () => void
}
