import LinkifyIt from 'linkify-it'
import { COMMENT_LIMITS } from '../../comments/comment'
import { unbrokenRuns } from '../../kernel/unbroken-runs'
import { type Check, PASS } from './check'

const linkify = new LinkifyIt({ fuzzyEmail: false })

/** Of what `length` refuses anyway, nothing needs to be found (UTF-16 units: two per sign at most). */
const LOOKED_AT = 2 * COMMENT_LIMITS.body

const linksIn = (text: string): readonly (readonly [start: number, end: number])[] =>
  unbrokenRuns(text.slice(0, LOOKED_AT)).flatMap(({ run, start }) =>
    (linkify.match(run) ?? []).map(({ index, lastIndex }) => [start + index, start + lastIndex] as const),
  )

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
        spans: found,
        facts: { links: found.length, allowed: maxLinks },
      },
    }
  },
}
