import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unbrokenRuns } from '../../../lib/kernel/unbroken-runs'
import { wordSegments } from '../../../lib/kernel/word-segments'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
const segments = (text: string) => Array.from(wordSegments(segmenter, text), ({ segment }) => segment)
const sign = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.constantFrom(' ', '\n', 'word', '漢字', '🖍', 'a\u0301'),
)
const longText = fc.array(sign, { maxLength: 60 }).map((parts) => parts.join('').repeat(40))

it('gives the text back, word by word', () => {
  fc.assert(fc.property(longText, (text) => segments(text).join('') === text))
  expect(segments('One, two.')).toEqual(['One', ',', ' ', 'two', '.'])
})

it('parts prose where the segmenter parts the whole of it', () => {
  const prose = 'The keeper of the lock wrote what the river did; nobody asked.\n'.repeat(60)
  expect(segments(prose)).toEqual(Array.from(segmenter.segment(prose), ({ segment }) => segment))
})

it('cuts no sign in two where there is no blank', () => {
  expect(segments(`a${'🖍'.repeat(2_000)}`).every((segment) => segment.isWellFormed())).toBe(true)
})

it('finds every run without blanks at its place, the long ones in parts', () => {
  fc.assert(
    fc.property(longText, (text) => {
      const runs = unbrokenRuns(text)
      expect(runs.every(({ run, start }) => text.slice(start, start + run.length) === run)).toBe(true)
      expect(runs.map(({ run }) => run).join('')).toBe(text.replace(/\s+/gu, ''))
    }),
  )
  expect(unbrokenRuns(`${'x'.repeat(2_001)} y`).map(({ run }) => run.length)).toEqual([2_000, 1, 1])
})
