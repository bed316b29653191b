import { expect, it } from 'vitest'
import { otpauthCodes } from '../../../lib/adapters/otpauth-codes'

it.each([
  ['ordinary names', 'The Pencil', 'owner@pencil.example'],
  [
    'names as long as they may be, of the longest letters',
    '🦉'.repeat(120),
    `${'ü'.repeat(64)}@${'x'.repeat(180)}.example`,
  ],
])('draws a picture a telephone can read of %s', (_, publication, account) => {
  const picture = otpauthCodes.picture(otpauthCodes.freshSecret(), { publication, account })
  expect(picture.length).toBe(picture[0]?.length)
  // 17 + 4 × version, and four light cells on each side: beyond version 25 a screen of a page is too small for its cells.
  expect(picture.length).toBeLessThanOrEqual(17 + 4 * 25 + 8)
})
