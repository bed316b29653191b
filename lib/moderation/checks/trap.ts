import { canonicalText, cutText } from '../../kernel/canonical-text'
import { type Check, PASS } from './check'

/**
 * The field that the form hides from people. Whoever fills it in is most likely a machine, but a careless password
 * manager does so too: a person looks, and nobody is turned away. A form without the field says nothing.
 */
export const trap: Check = {
  name: 'trap',
  ofArrival: true,
  run: ({ trapped = '' }) => {
    if (trapped.trim() === '') return PASS
    return {
      level: 'hold',
      reason: 'A field of the form that people do not see was filled in.',
      evidence: { facts: { website: cutText(canonicalText(trapped, { singleLine: true }), { max: 100 }) } },
    }
  },
}
