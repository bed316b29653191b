import { DAY } from '../kernel/clock'
import type { Ports } from '../ports'
import { onceADay } from './once-a-day'
import { waitWords } from './wait-words'

const PERIOD = 7 * DAY
/** Of fewer decisions one person could work out how long somebody else's comment waited. */
const ENOUGH = 20
/** A busy desk's newest decisions of the week are all that is looked at. */
const AT_MOST = 5_000

type Needs = Pick<Ports, 'queueReader' | 'clock'>

const medianOf = (waits: readonly number[]): number => {
  const sorted = [...waits].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

const measure = async ({ queueReader, clock }: Needs): Promise<string | null> => {
  const waits = await queueReader.waits(clock.now() - PERIOD, AT_MOST)
  return waits.length < ENOUGH ? null : waitWords(medianOf(waits))
}

/**
 * How long a comment usually waits for somebody to decide about it: "within 2 hours", the rounded median of the last
 * seven days, or null while there is too little to tell. The same for everybody and for a whole day (UTC), so that
 * nobody learns from it when something was decided. Measured once a day and process; a failure is not kept.
 */
export const typicalWait = (needs: Needs): (() => Promise<string | null>) =>
  onceADay(needs.clock, () => measure(needs))
