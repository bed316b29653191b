import type { Ports } from '../../ports'

/** So many addresses are remembered. */
const KEEP = 1_000

/** What readers asked for in vain, counted by address (each one worth noting: worth-noting.ts). */
export const noteMissed = async (
  { redirectStore, clock }: Pick<Ports, 'redirectStore' | 'clock'>,
  missed: ReadonlyMap<string, number>,
): Promise<void> => redirectStore.noteMissed(missed, clock.now(), KEEP)
