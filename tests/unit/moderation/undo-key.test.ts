import { expect, it } from 'vitest'
import { UNDO_KEY_MAX, parseUndo, printUndo } from '../../../lib/moderation/undo-key'

const [one, other] = ['0123456789abcdefghjkmnpqrs', 'tvwxyz0123456789abcdefghjk']

it.each([{ batchId: one }, { decisionId: one }, { decisionId: one, answerId: other }])(
  'reads what it prints: %o',
  (target) => {
    const key = printUndo(target)
    expect(parseUndo(key)).toEqual(target)
    expect(key.length).toBeLessThanOrEqual(UNDO_KEY_MAX)
  },
)

it.each([
  ...['', 'decision-', `decision-${one}x`, `x-decision-${one}`, `decision-${one}-answer-`],
  ...[`batch-${one}-answer-${other}`, `decision-${one}-answer-${one}-answer-${one}`, `decision-${one}\n`],
  `DECISION-${one}`,
])('reads nothing in %j', (key) => {
  expect(parseUndo(key)).toBeNull()
})
