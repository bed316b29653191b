import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTarget } from '../../../server/request/parse-target'

const segments = (url: string): unknown => {
  const target = parseTarget(url)
  return typeof target === 'string' ? target : target.segments
}

describe('reading an address', () => {
  it.each([
    ['/', []],
    ['/articles/let-it-stand', ['articles', 'let-it-stand']],
    ['/articles/let-it-stand/', ['articles', 'let-it-stand']],
    ['/articles/caf%C3%A9?after=1', ['articles', 'café']],
    ['/articles/cafe%CC%81', ['articles', 'café']],
    ['/articles/100%25', ['articles', '100%']],
    ['/?x=/../y', []],
  ])('%s', (url, expected) => {
    expect(segments(url)).toEqual(expected)
  })

  it.each([
    ['//', 'unknown'],
    ['//evil.test/x', 'unknown'],
    ['/articles//x', 'unknown'],
    ['/articles/%ff', 'unknown'],
    ['/articles/%', 'unknown'],
    ['/articles/%00', 'unknown'],
    ['/articles/a%0d%0aSet-Cookie:%20x', 'unknown'],
    ['/articles/..', 'unknown'],
    ['/articles/%2e%2e/desk', 'unknown'],
    ['/articles/a%2fb', 'unknown'],
    ['/articles/a%5cb', 'unknown'],
    ['/articles/a\\b', 'unknown'],
    ['', 'malformed'],
    ['*', 'malformed'],
    ['http://evil.test/', 'malformed'],
    ['/articles/caf\u00e9', 'malformed'],
    ['/a b', 'malformed'],
    ['/a#b', 'malformed'],
    [`/${'a'.repeat(5000)}`, 'too-long'],
  ])('refuses %j as %s', (url, problem) => {
    expect(segments(url)).toBe(problem)
  })

  it('never throws, and never lets through what could be another path', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' }), fc.webPath()), (url) => {
        const target = parseTarget(url)
        if (typeof target === 'string') return
        for (const segment of target.segments) {
          expect(segment).not.toMatch(/[/\\\u0000-\u001f\u007f]/)
          expect(['', '.', '..']).not.toContain(segment)
          expect(segment.normalize('NFC')).toBe(segment)
        }
      }),
    )
  })
})
