import { closesAt } from '../../articles/closes-at'
import { type Check, type Finding, PASS } from './check'
import { modeFor } from './mode-for'

const closedNow: Finding = {
  level: 'refuse',
  reason: 'Comments on this piece are closed.',
  evidence: {},
}

/** Nothing new under a piece that is not public, whose comments are closed, or whose closing time has come. */
export const closed: Check = {
  name: 'closed',
  run: ({ article, at }, settings) => {
    if (!article)
      return { ...closedNow, reason: 'This piece is not public any more, so it takes no comments.' }
    const end = closesAt(article, settings)
    const isOver = end !== null && end <= at
    return isOver || modeFor(article, settings) === 'closed' ? closedNow : PASS
  },
}
