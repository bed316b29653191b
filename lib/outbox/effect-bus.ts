import type { Effect } from '../kernel/effect'

/** Must not wait for anything, and throw only what a later repeat may mend. */
export type EffectListener = (effect: Effect) => void

/**
 * Tells the parts of the process, and the same parts of every other instance, what has been changed. Ids only; whoever
 * listens reads the store. Every instance hears every effect: what must be done once in the world (a mail) is no
 * listener's.
 */
export interface EffectBus {
  /** Resolves when everybody has been told, or will be. Rejects when that is not certain: the outbox tries again. */
  publish(effect: Effect): Promise<void>
  /** Returns how to stop listening. */
  subscribe(listener: EffectListener): () => void
  /** Called when effects of other instances may go unheard from now on; `onGap` follows. Returns how to stop listening. */
  onBreak(listener: () => void): () => void
  /** Called when effects of other instances may have been missed. Returns how to stop listening. */
  onGap(listener: () => void): () => void
}
