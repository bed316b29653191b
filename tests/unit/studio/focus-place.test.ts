import { expect, it } from 'vitest'
import { focusPlace, focusSpot } from '../../../components/studio/writing/focus-place'

it('what is typed as a focal point says where to look', () => {
  expect(focusPlace('40 60')).toBe('40% 60%')
  expect(focusSpot(' 0 100 ')).toEqual({ left: '0%', top: '100%' })
})

it.each(['', '40', '101 0', '-1 5', '4 0;color:red'])('%j is none: the middle', (typed) => {
  expect(focusSpot(typed)).toBeNull()
  expect(focusPlace(typed)).toBe('50% 50%')
})
