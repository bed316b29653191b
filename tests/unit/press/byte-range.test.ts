import { describe, expect, it } from 'vitest'
import { byteRange } from '../../../lib/press/byte-range'

describe('Range', () => {
  it.each([
    ['bytes=0-0', { from: 0, to: 0 }],
    ['bytes=2-5', { from: 2, to: 5 }],
    ['bytes=2-', { from: 2, to: 9 }],
    ['bytes=2-500', { from: 2, to: 9 }],
    ['bytes=-3', { from: 7, to: 9 }],
    ['bytes=-500', { from: 0, to: 9 }],
    ['BYTES=9-', { from: 9, to: 9 }],
  ])('%s of ten bytes', (header, range) => {
    expect(byteRange(header, 10)).toEqual(range)
  })

  it.each(['bytes=10-', 'bytes=10-20', 'bytes=-0', 'bytes=999999999999999-'])(
    '%s has nothing in it',
    (header) => {
      expect(byteRange(header, 10)).toBe('unsatisfiable')
    },
  )

  it.each([
    'bytes=5-2',
    'bytes=-',
    'bytes=0-1,3-4',
    'bytes=0-1, 3-4',
    'lines=0-1',
    'bytes=a-b',
    'bytes=0x1-2',
    'bytes 0-1',
    `bytes=0-${'9'.repeat(400)}`,
    '',
  ])('%s is ignored', (header) => {
    expect(byteRange(header, 10)).toBeNull()
  })

  it('has nothing of what is empty', () => {
    expect(byteRange('bytes=0-', 0)).toBe('unsatisfiable')
    expect(byteRange('bytes=-1', 0)).toBe('unsatisfiable')
  })
})
