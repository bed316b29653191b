import { expect, it } from 'vitest'
import { makePageStates } from '../../../lib/http/page-state'
import { domainError } from '../../../lib/kernel/domain-error'

it('gives a page state out once, to who knows the key', () => {
  const states = makePageStates()
  const state = { kind: 'refused', error: domainError('invalid', 'No.'), values: { body: 'x' } } as const
  const key = states.keep(state)
  expect(states.take('another')).toBeNull()
  expect(states.take(null)).toBeNull()
  expect(states.take(key)).toBe(state)
  expect(states.take(key)).toBeNull()
})
