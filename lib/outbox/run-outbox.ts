import { type Clock, DAY, SECOND } from '../kernel/clock'
import type { Effect, Reach } from '../kernel/effect'
import type { Log } from '../kernel/log'
import type { EffectBus } from './effect-bus'
import type { LeasedEffect, OutboxStore } from './outbox-store'

interface Deps {
  readonly outboxStore: OutboxStore
  readonly bus: EffectBus
  readonly clock: Clock
  readonly log: Log
  /** What must be done once in the world, by whoever took the effect on: the bus tells every instance. */
  readonly once?: (effect: Effect) => Promise<void>
}

const BATCH = 100
const LEASE_MS = 30 * SECOND
/** How long an effect that was carried out is remembered, so that a repeat of its cause is recognised. */
const REMEMBERED_MS = 7 * DAY

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** True when the effect was carried out. */
const carryOut = async (
  { outboxStore, bus, clock, log, once }: Deps,
  leased: LeasedEffect,
): Promise<boolean> => {
  try {
    // Readers first: what is taken back is out of sight everywhere, whatever keeps a mail from being written.
    await bus.publish(leased.effect)
    await once?.(leased.effect)
    return true
  } catch (error) {
    const facts = { effect: leased.effect.kind, attempts: leased.attempts, error: sentence(error) }
    log.warn(facts, 'An effect failed and will be tried again')
    await outboxStore.fail(leased.id, sentence(error), clock.now())
    return false
  }
}

/** In order; one that fails does not hold up the others. */
const carryOutAll = async (deps: Deps, batch: readonly LeasedEffect[]): Promise<void> => {
  const done: string[] = []
  for (const leased of batch) if (await carryOut(deps, leased)) done.push(leased.id)
  if (done.length > 0) await deps.outboxStore.done(done, deps.clock.now())
}

/**
 * Carries out everything that is due, in the order of its causes: of one reach, or all of it (left out), for as long as
 * `goOn` says so. Returns how many effects were taken on.
 */
export const drainOutbox = async (
  deps: Deps,
  reach?: Reach,
  goOn: () => boolean = () => true,
): Promise<number> => {
  // Somebody elsewhere may take seconds for each: what is taken on at once must end within its lease.
  const limit = reach === 'elsewhere' ? 1 : BATCH
  let count = 0
  while (goOn()) {
    const batch = await deps.outboxStore.lease(deps.clock.now(), limit, LEASE_MS, reach)
    await carryOutAll(deps, batch)
    count += batch.length
    if (batch.length < limit) break
  }
  return count
}

/** Forgets what was carried out more than a week ago. Returns how many. */
export const pruneOutbox = ({ outboxStore, clock }: Pick<Deps, 'outboxStore' | 'clock'>): Promise<number> =>
  outboxStore.prune(clock.now() - REMEMBERED_MS)
