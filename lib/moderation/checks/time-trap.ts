import { SECOND } from '../../kernel/clock'
import { type Check, PASS } from './check'

/** Shorter texts can be typed, or said by a button of the keyboard, in a moment. */
const LETTERS = 40

/** Sent faster than anybody types. Counted from the first look into the form; a browser without scripts says nothing. */
export const timeTrap: Check = {
  name: 'time-trap',
  ofArrival: true,
  run: ({ tookMs, body }, { screening }) => {
    const least = screening.timeTrap * SECOND
    if (tookMs === undefined || tookMs >= least || body.length < LETTERS) return PASS
    const seconds = (tookMs / SECOND).toFixed(1)
    return {
      level: 'hold',
      reason: `It was sent ${seconds} seconds after its form came into use.`,
      evidence: { facts: { seconds, least: screening.timeTrap } },
    }
  },
}
