import { describe, expect, it } from 'vitest'
import { negotiateEncoding } from '../../../lib/press/negotiate-encoding'

describe('Accept-Encoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['gzip;q=0.5, br;q=0.5', 'br'],
    ['identity', 'identity'],
    ['identity;q=1, br;q=0.9', 'identity'],
    ['deflate', 'identity'],
    ['*', 'br'],
    ['*;q=0, gzip', 'gzip'],
    ['identity;q=0', 'identity'],
    ['br;q=2', 'identity'],
    ['br;q=abc, gzip;q=0.1', 'gzip'],
    ['brotli, xgzip', 'identity'],
  ])('%j → %s', (header, encoding) => {
    expect(negotiateEncoding(header)).toBe(encoding)
  })
})
