import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sitePath } from '../../../lib/auth/site-path'

test.each([
  ['/', '/'],
  ['/studio', '/studio'],
  ['/desk?tab=spam&after=x#top', '/desk?tab=spam&after=x#top'],
  ['/articles/été', '/articles/%C3%A9t%C3%A9'],
  ['/a/../studio', '/studio'],
  ['/login?next=//evil.example', '/login?next=//evil.example'],
])('%j is a path of this site', (typed, path) => {
  expect(sitePath(typed)).toBe(path)
})

test.each([
  '',
  'studio',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/x/..//evil.example',
  '/.//evil.example',
  '/studio\r\nset-cookie: a=b',
  null,
  undefined,
  ['/studio'],
  { toString: () => '/studio' },
  `/${'x'.repeat(3000)}`,
])('%j is not', (typed) => {
  expect(sitePath(typed)).toBeNull()
})

test('whatever comes through stays on this site', () => {
  const pieces = fc.array(
    fc.constantFrom('/', '\\', '.', '..', '//', 'a', '?', '#', '%2f', '@', ':', '\t', 'evil.example'),
  )
  fc.assert(
    fc.property(pieces, (parts) => {
      const path = sitePath(`/${parts.join('')}`)
      if (path !== null) expect(new URL(path, 'https://stet.example').origin).toBe('https://stet.example')
    }),
    { numRuns: 2000 },
  )
})
