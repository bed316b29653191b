import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ID_PATTERN, makeIds } from '../../../lib/kernel/ids'
import { parseCursor, printCursor } from '../../../lib/kernel/paging'
import { PinnedClock } from '../../support/memory/pinned-clock'

describe('ids', () => {
  it('are 26 signs of 32, and never the same twice', () => {
    const ids = makeIds(new PinnedClock())
    const made = Array.from({ length: 2_000 }, (_, i) => (i % 2 ? ids.random() : ids.ordered()))
    expect(new Set(made).size).toBe(2_000)
    for (const id of made) expect(id).toMatch(ID_PATTERN)
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
})
