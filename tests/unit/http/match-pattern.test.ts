import { describe, expect, it } from 'vitest'
import { matchPattern } from '../../../server/routes/match-pattern'

describe('matching an address', () => {
  it.each([
    ['/', [], {}],
    ['/articles/:slug', ['articles', 'x'], { slug: 'x' }],
    ['/articles/:slug/mine', ['articles', 'x', 'mine'], { slug: 'x' }],
    ['/articles/:slug.md', ['articles', 'x.md'], { slug: 'x' }],
    ['/articles/:slug.md', ['articles', 'x.md.md'], { slug: 'x.md' }],
    ['/desk/*', ['desk'], {}],
    ['/desk/*', ['desk', 'a', 'b'], {}],
  ])('%s fits', (pattern, segments, params) => {
    expect(matchPattern(pattern, segments)).toEqual(params)
  })

  it.each([
    ['/', ['x']],
    ['/articles/:slug', ['articles']],
    ['/articles/:slug', ['articles', 'x', 'y']],
    ['/articles/:slug', ['Articles', 'x']],
    ['/articles/:slug.md', ['articles', 'x']],
    ['/articles/:slug.md', ['articles', '.md']],
    ['/articles/:slug.md', ['articles', 'xmd']],
    ['/desk/*', ['desks']],
    ['/desk/*', []],
  ])('%s does not fit %j', (pattern, segments) => {
    expect(matchPattern(pattern, segments)).toBeNull()
  })
})
