import { SPEED_MINUTES, authorRecord } from './author-record'
import { WRITTEN_MAX } from '../screening-reader'
import { type Check, PASS } from './check'

/** More at once than a person has to say. */
export const speed: Check = {
  name: 'speed',
  ofArrival: true,
  run: async (draft, { screening }, ports) => {
    if (screening.speed === 0) return PASS
    const { written } = await authorRecord(draft, ports)
    if (written < screening.speed) return PASS
    const which =
      written < WRITTEN_MAX ? `comment number ${written + 1}` : `one of more than ${WRITTEN_MAX} comments`
    return {
      level: 'hold',
      reason: `It is ${which} of the same person within ${SPEED_MINUTES} minutes.`,
      evidence: { facts: { written, allowed: screening.speed } },
    }
  },
}
