import type { Instant } from '../../lib/kernel/clock'

/** Something that happens at a moment of the demo's past. */
export interface Occasion {
  readonly at: Instant
  readonly happen: () => Promise<void>
}

/** Lets everything happen in the order of its time, with the clock standing at that time. */
export const liveThrough = async (
  clock: { set(at: Instant): void },
  occasions: readonly Occasion[],
): Promise<void> => {
  for (const { at, happen } of occasions.toSorted((a, b) => a.at - b.at)) {
    clock.set(at)
    await happen()
  }
}
