import { linksIn } from '../links-in'
import { type Check, PASS } from './check'

/** Many links at once are what spam is made of. */
export const links: Check = {
  name: 'links',
  run: ({ body }, { maxLinks }) => {
    const found = linksIn(body)
    if (found.length <= maxLinks) return PASS
    const counted = `${found.length} ${found.length === 1 ? 'link' : 'links'}`
    return {
      level: 'hold',
      reason: `It holds ${counted}; up to ${maxLinks} may pass unread.`,
      nudge: `This looks like an advertisement: it holds ${counted}.`,
      evidence: {
        spans: found.map(({ span }) => span),
        facts: { links: found.length, allowed: maxLinks },
      },
    }
  },
}
