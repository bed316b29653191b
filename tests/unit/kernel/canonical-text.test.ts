import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, codePoints, cutText } from '../../../lib/kernel/canonical-text'

const SHARED = new URL('../../../../shared/testdata/text/', import.meta.url)
const shared = (name: string): URL => new URL(name, SHARED)

const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/u

const expectCanonical = (raw: string): void => {
  const text = canonicalText(raw)
  expect(text.isWellFormed()).toBe(true)
  expect(text).not.toMatch(FORBIDDEN)
  expect(text).toBe(text.normalize('NFC'))
  expect(text).toBe(text.trim())
  expect(canonicalText(text)).toBe(text)
}

describe('canonicalText', () => {
  it.each([
    ['a\u0000b', 'ab'],
    ['a\ud800b', 'a\ufffdb'],
    ['one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
    ['  \ufeff kept \t inside\n', 'kept \t inside'],
    ['e\u0301', 'é'],
    // The control stood between a letter and its mark.
    ['e\u0000\u0301', 'é'],
    ['a\uffffb', 'ab'],
  ])('%j becomes %j', (raw, canonical) => {
    expect(canonicalText(raw)).toBe(canonical)
  })

  it('folds every white space of a single line', () => {
    expect(canonicalText(' a\r\n\tb\u00a0\u3000c ', { singleLine: true })).toBe('a b c')
  })

  it('gives a fixed point that both databases can store, for anything at all', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.integer({ max: 0xffff, min: 0 }).map((code) => String.fromCharCode(code)) }),
    )
    fc.assert(fc.property(unit, expectCanonical), { numRuns: 500 })
  })

  it.skipIf(!existsSync(shared('blns.json')))('gives one for every naughty string', () => {
    const naughty: string[] = JSON.parse(readFileSync(shared('blns.json'), 'utf8'))
    expect(naughty.length).toBeGreaterThan(400)
    naughty.forEach(expectCanonical)
  })

  it.skipIf(!existsSync(shared('unicode-hard.json')))('gives one for hard Unicode', () => {
    const hard: Record<string, string> = JSON.parse(readFileSync(shared('unicode-hard.json'), 'utf8'))
    Object.values(hard).forEach(expectCanonical)
  })
})

describe('cutText', () => {
  it('never splits what people see as one sign', () => {
    const family = '👨‍👩‍👧'
    expect(cutText(`ab${family}`, { max: 4 })).toBe('ab')
    expect(cutText(`ab${family}`, { max: 7 })).toBe(`ab${family}`)
    expect(cutText('e\u0301\u0302x', { max: 2 })).toBe('')
  })

  it('keeps within the limit and only cuts the end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, max) => {
        const cut = cutText(text, { max })
        expect(codePoints(cut)).toBeLessThanOrEqual(max)
        expect(text.startsWith(cut)).toBe(true)
      }),
    )
  })
})
