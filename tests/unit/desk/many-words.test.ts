import { expect, it } from 'vitest'
import { leftWords } from '../../../components/desk/many-words'

it('what is left of a flood is told by why it is left', () => {
  expect(leftWords({ stays: 0, more: false })).toBe('')
  expect(leftWords({ stays: 1, more: false })).toBe(
    'One more like them came or changed since, and stays as it is.',
  )
  expect(leftWords({ stays: 0, more: true })).toBe('There are more like them; repeat it for the next ones.')
  expect(leftWords({ stays: 1_200, more: true })).toBe(
    'There are more like them; repeat it for the next ones. 1,200 more like them came or changed since, and stay as they are.',
  )
})
