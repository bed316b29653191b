import { type Instant, HOUR, MINUTE } from '../kernel/clock'
import type { Effect, QueuedEffect, Reach } from '../kernel/effect'

/** An effect somebody has taken on until `leasedUntil`. */
export interface LeasedEffect {
  readonly id: string
  /** Idempotency key: carrying the same one out twice must be harmless. */
  readonly key: string
  readonly effect: Effect
  readonly createdAt: Instant
  /** How often it was taken on, this time included. */
  readonly attempts: number
}

/**
 * The waiting effects. They are written by the stores, in the transaction of the change that causes them; here they
 * are taken on, one worker at a time, at least once: a worker that dies lets its lease run out.
 */
export interface OutboxStore {
  /**
   * Takes on up to `limit` effects that are due, in the order of their causes, for `leaseMs` milliseconds. One that
   * cannot be read fails by itself, and is not among them. `reach`: only those; left out: all.
   */
  lease(now: Instant, limit: number, leaseMs: number, reach?: Reach): Promise<readonly LeasedEffect[]>
  /** What follows from an effect that was carried out. The same key is queued once. */
  queue(effects: readonly QueuedEffect[], now: Instant): Promise<void>
  /** Carried out: never leased again. */
  done(effectIds: readonly string[], now: Instant): Promise<void>
  /** Failed: due again after `retryDelay(attempts)`. `error` is kept for staff, cut to 500 characters. */
  fail(effectId: string, error: string, now: Instant): Promise<void>
  /** Forgets effects carried out before that moment. Returns how many. */
  prune(before: Instant): Promise<number>
}

/** 1 min, 2 min, 4 min … at most 12 h after the given number of attempts (security contract, "Effects"). */
export const retryDelay = (attempts: number): number =>
  Math.min(MINUTE * 2 ** Math.max(0, attempts - 1), 12 * HOUR)
