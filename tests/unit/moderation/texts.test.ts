import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from '../../../lib/kernel/diff-words'
import { markText } from '../../../lib/moderation/mark-text'

describe('markText', () => {
  it('loses no letter, whatever the spans', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40))
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(span), (text, spans) => {
        const runs = markText(text, spans)
        expect(runs.map((run) => run.text).join('')).toBe(text)
        for (let i = 0; i < text.length; i += 1) {
          const covered = spans.some(([start, end]) => start <= i && i < end)
          let at = 0
          const run = runs.find((candidate) => (at += candidate.text.length) > i)
          expect(run?.marked).toBe(covered)
        }
      }),
    )
  })
})

describe('diffWords', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'the ', 'rope', ' ', '\n', 'é', '毎', '👩‍👩‍👧', '.'),
    maxLength: 30,
  })

  it('gives both texts back', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = diffWords(before, after)
        const without = (kind: string) => runs.filter((run) => run.kind !== kind).map((run) => run.text)
        expect(without('inserted').join('')).toBe(before)
        expect(without('deleted').join('')).toBe(after)
      }),
    )
  })

  it('takes two long texts with nothing in common for a new text, quickly', () => {
    const [before, after] = ['a ', 'b '].map((word) =>
      Array.from({ length: 3_000 }, (_, i) => word + i).join(' '),
    )
    expect(diffWords(before ?? '', after ?? '').map(({ kind }) => kind)).toEqual(['deleted', 'inserted'])
  })
})
