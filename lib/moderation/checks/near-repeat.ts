import { NEAR_DAYS, nearRepeats } from '../near-repeats'
import { type Check, PASS } from './check'

/** Nearly the same words as another comment, a name or a number changed: a flood often begins so. */
export const nearRepeat: Check = {
  name: 'near-repeat',
  run: async (draft, _settings, ports) => {
    const { texts } = await nearRepeats(draft, ports)
    // The very same words are the business of “duplicate”.
    const others = texts.filter(({ body }) => body !== draft.body).length
    if (others === 0) return PASS
    const reason = `It says nearly the same as ${others === 1 ? 'another comment' : `${others} other comments`} of the last ${NEAR_DAYS} days.`
    return { level: 'hold', reason, evidence: { facts: { others } } }
  },
}
