import type { Limits } from '../kernel/limits'
import { ok } from '../kernel/result'

/** `RATE_LIMITS=off` (loopback only): for the demo, the benchmark and most tests. */
export const noLimits: Limits = {
  take: async () => ok(undefined),
  check: async () => ok(undefined),
  giveBack: async () => undefined,
  forget: async () => undefined,
}
