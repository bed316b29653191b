import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ID_PATTERN, makeIds } from '../../../lib/kernel/ids'
import { parseCursor, parseThreadCursor, printCursor, printThreadCursor } from '../../../lib/kernel/paging'
import { PinnedClock } from '../../support/memory/pinned-clock'

describe('ids', () => {
  it('are 26 signs of 32, and never the same twice', () => {
    const ids = makeIds(new PinnedClock())
    const made = Array.from({ length: 2_000 }, (_, i) => (i % 2 ? ids.random() : ids.ordered()))
    expect(new Set(made).size).toBe(2_000)
    for (const id of made) expect(id).toMatch(ID_PATTERN)
  })

  it('that are ordered begin with their time', () => {
    const clock = new PinnedClock()
    const signs = '0123456789abcdefghjkmnpqrstvwxyz'
    const value = [...makeIds(clock).ordered()].reduce(
      (sum, sign) => sum * 32n + BigInt(signs.indexOf(sign)),
      0n,
    )
    expect(Number(value >> 80n)).toBe(clock.now())
  })

  it('use every bit: each sign but the first takes all 32 values', () => {
    const ids = makeIds(new PinnedClock())
    const made = Array.from({ length: 2_000 }, () => ids.random())
    const values = Array.from({ length: 26 }, (_, place) => new Set(made.map((id) => id[place])).size)
    expect(values).toEqual([8, ...Array.from({ length: 25 }, () => 32)])
  })

  it('rise with time, and within one millisecond, and when the clock is set back', () => {
    const clock = new PinnedClock()
    const ids = makeIds(clock)
    const made = Array.from({ length: 300 }, (_, i) => {
      clock.advance(i % 3 === 0 ? 0 : i % 3 === 1 ? 5 : -3)
      return ids.ordered()
    })
    expect(made).toEqual([...made].sort())
    expect(new Set(made).size).toBe(300)
  })
})

describe('cursors', () => {
  const ids = makeIds(new PinnedClock())

  it('come back as they were printed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 4_102_444_800_000 }), (at) => {
        const cursor = { at, id: ids.random() }
        expect(parseCursor(printCursor(cursor))).toEqual(cursor)
      }),
    )
  })

  it.each([
    '',
    '-',
    'm1',
    `00-${'0'.repeat(26)}`,
    `zzzzzzzzz-${'u'.repeat(26)}`,
    `1-${'0'.repeat(25)}`,
    `-1-${'0'.repeat(26)}`,
    `1-${'0'.repeat(26)}\n`,
  ])('refuse %j, which nobody printed', (forged) => {
    expect(parseCursor(forged)).toBeNull()
  })

  it('of a thread come back as they were printed, each for its own kind of list only', () => {
    const at = fc.nat({ max: 4_102_444_800_000 })
    const size = fc.option(fc.nat(), { nil: null })
    fc.assert(
      fc.property(at, size, (time, many) => {
        const cursor = { size: many, at: time, id: ids.random() }
        const [own, other] = many === null ? (['time', 'size'] as const) : (['size', 'time'] as const)
        expect(parseThreadCursor(printThreadCursor(cursor), own)).toEqual(cursor)
        expect(parseThreadCursor(printThreadCursor(cursor), other)).toBeNull()
      }),
    )
  })

  it.each([
    '',
    '.',
    'a.',
    `.1-${'0'.repeat(26)}`,
    `00.1-${'0'.repeat(26)}`,
    `-1.1-${'0'.repeat(26)}`,
    `A.1-${'0'.repeat(26)}`,
    `1.01-${'0'.repeat(26)}`,
    `1.1-${'u'.repeat(26)}`,
    `1.1-${'0'.repeat(26)}\n`,
    `1.2.1-${'0'.repeat(26)}`,
    `zzzzzzzz.1-${'0'.repeat(26)}`,
    // 2 ** 31: no column holds it.
    `zik0zk.1-${'0'.repeat(26)}`,
  ])('of a thread refuse %j, which nobody printed', (forged) => {
    expect(parseThreadCursor(forged, 'size')).toBeNull()
    expect(parseThreadCursor(forged, 'time')).toBeNull()
  })
})
