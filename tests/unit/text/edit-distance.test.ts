import { expect, it } from 'vitest'
import { editDistance } from '../../../lib/text/edit-distance'

it.each([
  ['harbour', 'harbour', 0],
  ['harbour', 'harbor', 1],
  ['harbour', 'hrabour', 1],
  ['harbour', 'hatbour', 1],
  ['harbour', 'xharbour', 1],
  ['harbour', 'hrabor', 2],
  ['harbour', 'hyperbola', 3],
  ['ab', 'abcdefgh', 3],
  ['', 'ab', 2],
  ['😀b', 'b😀', 1],
])('%s → %s: %i', (from, to, slips) => {
  expect(editDistance(from, to, 2)).toBe(slips)
  expect(editDistance(to, from, 2)).toBe(slips)
})
