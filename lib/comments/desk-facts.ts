import type { Instant } from '../kernel/clock'

/** Why a comment does not stand in the queue where its time would place it. */
export interface QueueShift {
  /** Milliseconds: below 0 ahead of its time, above 0 behind it. */
  readonly by: number
  /** A sentence for moderators. */
  readonly why: string
}

/**
 * What the desk orders, filters and gathers a text by: measured once, when it arrives, and stored with it. Made by
 * lib/moderation/desk-facts.ts.
 */
export interface DeskFacts {
  /** Script most of it is written in, by its name in Unicode: 'Latin'. Null for none. */
  readonly script: string | null
  readonly links: number
  /** Names of the checks that objected. */
  readonly heldBy: readonly string[]
  /** The place in the queue: the moment of writing and the sum of the shifts. */
  readonly queueOrder: Instant
  readonly queueWhy: readonly QueueShift[]
  /** Hashes that near-identical texts share; null for a text too short to be compared. */
  readonly bands: readonly [number, number, number, number] | null
  /** The flood of near-identical comments that this one belongs to: the id of its first; null for none. */
  readonly floodId: string | null
}
