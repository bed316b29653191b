import LinkifyIt from 'linkify-it'
import { type Check, PASS } from './check'

const linkify = new LinkifyIt({ fuzzyEmail: false })

/** Many links at once are what spam is made of. */
export const links: Check = {
  name: 'links',
  run: ({ body }, { maxLinks }) => {
    const found = linkify.match(body) ?? []
    if (found.length <= maxLinks) return PASS
    return {
      level: 'hold',
      reason: `It holds ${found.length} ${found.length === 1 ? 'link' : 'links'}; up to ${maxLinks} may pass unread.`,
      evidence: {
        spans: found.map(({ index, lastIndex }) => [index, lastIndex] as const),
        facts: { links: found.length, allowed: maxLinks },
      },
    }
  },
}
