import { COMMENT_LIMITS } from '../../comments/comment'
import { codePoints } from '../../kernel/canonical-text'
import { foldText } from '../../kernel/fold-text'
import { type Check, PASS } from './check'

const max = COMMENT_LIMITS.body

/** A comment says something, and fits. Signs that cannot be seen are nothing. */
export const length: Check = {
  name: 'length',
  run: ({ body }) => {
    const length = codePoints(body)
    if (foldText(body) === '') {
      return { level: 'refuse', field: 'body', reason: 'Please write something first.', evidence: {} }
    }
    if (length <= max) return PASS
    const reason = `A comment may have at most ${max.toLocaleString('en')} characters; this one has ${length.toLocaleString('en')}. Please shorten it.`
    return { level: 'refuse', field: 'body', reason, evidence: { facts: { length, max } } }
  },
}
